/* Cuts Thai, which has no spaces, into the words of a list. */

const UNKNOWN = 3; // what a letter in no known word costs; a known word costs 1

export class ThaiWords {
  constructor(words) {
    this.words = new Set(words);
    this.longest = Math.max(...words.map((word) => word.length), 1);
  }

  /** Return the words of a text in order; the fewest that cover it, letters in no known word joined to one piece. */
  cut(text) {
    return this.cutBy(text, (word) => this.words.has(word));
  }

  /** Return the shorter words that one word is made of, since the index cuts it so in other sentences; [] if none. */
  finer(word) {
    const pieces = this.cutBy(word, (piece) => piece !== word && this.words.has(piece));
    return pieces.length > 1 && pieces.every((piece) => this.words.has(piece)) ? pieces : [];
  }

  cutBy(text, isWord) {
    const cost = [0];
    const start = [0];
    for (let end = 1; end <= text.length; end++) {
      cost[end] = cost[end - 1] + UNKNOWN;
      start[end] = end - 1;
      for (let from = Math.max(0, end - this.longest); from < end - 1; from++) {
        if (cost[from] + 1 < cost[end] && isWord(text.slice(from, end))) {
          cost[end] = cost[from] + 1;
          start[end] = from;
        }
      }
    }
    const pieces = [];
    for (let end = text.length; end > 0; end = start[end]) pieces.unshift(text.slice(start[end], end));
    return joinUnknown(pieces);
  }
}

function joinUnknown(pieces) {
  const joined = [];
  let unknown = false; // whether the last piece is made of letters in no known word
  for (const piece of pieces) {
    if (piece.length === 1 && unknown) joined[joined.length - 1] += piece;
    else joined.push(piece);
    unknown = piece.length === 1;
  }
  return joined;
}
