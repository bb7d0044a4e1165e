/* One question of a quiz: asks it, checks the answer by the key that stands in the page, says why. It keeps nothing. */
import { element, say } from "./words.js";

const NUMBER = /^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/;
const NEARLY = 1e-9; // sums in binary miss by a hair

/** A choice, or several, out of a list; `answer` is an id, or a list of ids. */
class Choosing {
  nothing = "quiz_choose_first";

  constructor(item) {
    this.isSingle = item.dataset.kind === "single";
    this.list = item.querySelector(".choices");
    this.key = [...item.querySelectorAll(".key li")];
    for (const choice of this.list.children) {
      const type = this.isSingle ? "radio" : "checkbox";
      const label = element("label");
      const text = element("span", choice.textContent);
      label.append(element("input", "", { type, name: item.dataset.item, value: choice.dataset.choice }), text);
      choice.replaceChildren(label);
    }
    this.inputs = [...this.list.querySelectorAll("input")];
    this.parts = [this.list];
  }

  get answer() {
    const chosen = this.inputs.filter((input) => input.checked).map((input) => input.value);
    if (!chosen.length) return null;
    return this.isSingle ? chosen[0] : chosen;
  }

  set answer(answer) {
    for (const input of this.inputs) input.checked = [answer].flat().includes(input.value);
  }

  get first() {
    return this.inputs.find((input) => input.checked) ?? this.inputs[0];
  }

  judge() {
    const chosen = this.key.filter((line) => [this.answer].flat().includes(line.dataset.choice));
    const isRight = this.key.every((line) => "right" in line.dataset === chosen.includes(line));
    if (this.isSingle) return { isRight, why: chosen[0].querySelector("span").textContent };
    return { isRight, reasons: chosen.map((line) => line.cloneNode(true)) };
  }
}

/** Things to put in order with buttons; `answer` is the list of ids from first to last. */
class Ordering {
  constructor(item, tell) {
    this.list = item.querySelector(".choices");
    this.key = [...item.querySelectorAll(".key li")];
    for (const choice of this.list.children) {
      const text = choice.textContent;
      choice.replaceChildren(
        element("span", text),
        element("button", "↑", { type: "button", "data-by": "-1", "aria-label": say("quiz_up", { text }) }),
        element("button", "↓", { type: "button", "data-by": "1", "aria-label": say("quiz_down", { text }) }),
      );
    }
    this.list.addEventListener("click", ({ target }) => target.dataset.by && this.#move(target, tell));
    this.#markEnds();
    this.parts = [this.list];
  }

  #move(button, tell) {
    const choice = button.closest("li");
    if (button.dataset.by === "1") choice.nextElementSibling?.after(choice);
    else choice.previousElementSibling?.before(choice);
    this.#markEnds();
    button.focus(); // the browser lets go of what is moved
    const { children } = this.list;
    const text = choice.querySelector("span").textContent;
    tell(say("quiz_moved", { text, number: [...children].indexOf(choice) + 1, count: children.length }));
  }

  /** Say that the ends lead no further; the buttons there still take the focus, so that nobody loses the place. */
  #markEnds() {
    for (const button of this.list.querySelectorAll("button")) {
      const edge = button.dataset.by === "1" ? this.list.lastElementChild : this.list.firstElementChild;
      button.setAttribute("aria-disabled", button.closest("li") === edge);
    }
  }

  get answer() {
    return [...this.list.children].map((choice) => choice.dataset.choice);
  }

  set answer(answer) {
    const place = (choice) => [answer].flat().indexOf(choice.dataset.choice);
    this.list.append(...[...this.list.children].sort((a, b) => place(a) - place(b)));
    this.#markEnds();
  }

  get first() {
    return this.list.querySelector("button");
  }

  judge() {
    const isPlaced = this.key.map((line, i) => line.dataset.choice === this.answer[i]);
    const reasons = this.answer.map((id, i) => {
      const line = this.key.find((line) => line.dataset.choice === id).cloneNode(true);
      line.toggleAttribute("data-right", isPlaced[i]);
      line.prepend(element("i", say(isPlaced[i] ? "quiz_right" : "quiz_wrong")), " ");
      return line;
    });
    return { isRight: isPlaced.every(Boolean), reasons };
  }
}

/** A number, in Thai or Arabic digits, with or without commas. */
class Numbering {
  nothing = "quiz_number_first";

  constructor(item) {
    this.key = item.querySelector("[data-value]");
    this.wrong = item.querySelector("[data-wrong]");
    const labelledBy = item.querySelector(".question").id;
    this.first = element("input", "", { inputmode: "decimal", autocomplete: "off", "aria-labelledby": labelledBy });
    const line = element("p", "", { class: "number" });
    line.append(this.first, " ", this.key.dataset.unit);
    this.parts = [line];
  }

  get answer() {
    const typed = this.first.value.replace(this.key.dataset.unit, "").replace(/\s/g, "").replace("−", "-");
    const digits = typed.replace(/[๐-๙]/g, (digit) => digit.charCodeAt(0) - "๐".charCodeAt(0));
    return NUMBER.test(digits) ? Number(digits.replaceAll(",", "")) : null;
  }

  set answer(answer) {
    this.first.value = answer;
  }

  judge() {
    const { value, tolerance } = this.key.dataset;
    const isRight = Math.abs(this.answer - value) <= Number(tolerance) + NEARLY;
    return { isRight, why: (isRight ? this.key.querySelector("span") : this.wrong).textContent };
  }
}

const KINDS = { single: Choosing, multiple: Choosing, ordering: Ordering, number: Numbering };

/** A question with its choices and its key in the page; fires "answered" whenever an answer has been checked. */
class QuizItem extends HTMLElement {
  static #count = 0;
  isChecked = false;
  isRight = false;
  #asked;
  #form = element("form");
  #fields = element("fieldset");
  #said = element("div", "", { class: "said", role: "status" });
  #button = element("button", say("quiz_check"));

  connectedCallback() {
    if (this.#asked) return; // moved, not new
    const [question, how] = [".question", ".how"].map((part) => this.querySelector(part));
    question.id = `question-${(QuizItem.#count += 1)}`;
    this.#fields.setAttribute("aria-labelledby", question.id);
    this.#asked = new KINDS[this.dataset.kind](this, (text) => this.#said.replaceChildren(element("p", text)));
    this.#fields.append(how, ...this.#asked.parts);
    this.#form.append(this.#fields, this.#said, this.#button);
    question.after(this.#form);
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.isChecked) this.reopen();
      else this.#check();
    });
  }

  /** What is chosen, typed or put in order; null when there is nothing. */
  get answer() {
    return this.#asked.answer;
  }

  /** Show an answer that was checked before; return false when it no longer fits the question. */
  restore(answer) {
    this.#asked.answer = answer;
    const isSame = JSON.stringify(this.answer) === JSON.stringify(answer);
    if (isSame) this.#show();
    else this.#form.reset();
    return isSame;
  }

  /** Ask again; the answer given stays where it can be mended. */
  reopen() {
    this.isChecked = this.#fields.disabled = this.#button.hidden = false;
    this.#said.replaceChildren();
    this.#button.textContent = say("quiz_check");
    this.#asked.first.focus();
  }

  /** Ask again from nothing. */
  reset() {
    this.#form.reset();
    this.reopen();
  }

  #check() {
    if (this.answer === null) {
      this.#said.replaceChildren(element("p", say(this.#asked.nothing)));
      this.#asked.first.focus();
      return;
    }
    this.#show();
    if (this.#button.hidden) this.querySelector("summary").focus();
    this.dispatchEvent(new Event("answered", { bubbles: true }));
  }

  #show() {
    const { isRight, why, reasons } = this.#asked.judge();
    const verdict = element("p");
    const isPartly = reasons && !isRight;
    verdict.append(element("b", say(isRight ? "quiz_done" : isPartly ? "quiz_partly" : "quiz_wrong")), ` ${why ?? ""}`);
    verdict.toggleAttribute("data-right", isRight);
    this.#said.replaceChildren(verdict);
    if (reasons) {
      const list = element("ul");
      list.append(...reasons);
      this.#said.append(list);
    }
    this.isChecked = this.#fields.disabled = true;
    this.isRight = isRight;
    this.#button.textContent = say("quiz_again");
    this.#button.hidden = this.closest("[data-test]") !== null; // in a test the first answer counts
  }
}

customElements.define("quiz-item", QuizItem);
