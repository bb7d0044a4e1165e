"""Alphabetical order: names and titles stand where readers of a Thai dictionary look for them."""

import pytest
from porpiang.collation import sort_key

PROVINCES = """
กระบี่ กรุงเทพมหานคร กาญจนบุรี กาฬสินธุ์ กำแพงเพชร ขอนแก่น จันทบุรี ฉะเชิงเทรา ชลบุรี ชัยนาท ชัยภูมิ ชุมพร เชียงราย เชียงใหม่
ตรัง ตราด ตาก นครนายก นครปฐม นครพนม นครราชสีมา นครศรีธรรมราช นครสวรรค์ นนทบุรี นราธิวาส น่าน บึงกาฬ บุรีรัมย์ ปทุมธานี
ประจวบคีรีขันธ์ ปราจีนบุรี ปัตตานี พระนครศรีอยุธยา พะเยา พังงา พัทลุง พิจิตร พิษณุโลก เพชรบุรี เพชรบูรณ์ แพร่ ภูเก็ต มหาสารคาม
มุกดาหาร แม่ฮ่องสอน ยโสธร ยะลา ร้อยเอ็ด ระนอง ระยอง ราชบุรี ลพบุรี ลำปาง ลำพูน เลย ศรีสะเกษ สกลนคร สงขลา สตูล
สมุทรปราการ สมุทรสงคราม สมุทรสาคร สระแก้ว สระบุรี สิงห์บุรี สุโขทัย สุพรรณบุรี สุราษฎร์ธานี สุรินทร์ หนองคาย หนองบัวลำภู
อ่างทอง อำนาจเจริญ อุดรธานี อุตรดิตถ์ อุทัยธานี อุบลราชธานี
"""


@pytest.mark.parametrize(
    "words",
    [
        PROVINCES.split(),
        ["กก", "กะ", "กัน", "กา", "กำ", "กิน", "กี่", "กุ้ง", "กู", "เก", "แก", "โก", "ใกล้", "ไก่", "ขา"],
        ["ปา", "ป่า", "ป้า", "ป๊า", "ป๋า", "ปาก", "ป่าน"],
        ["แกง", "แก้ง", "แกลบ", "แกะ"],
        ["สวน", "สวนเก่า", "สวนขวด", "สวนใหม่"],
        ["10 ปี", "Apple", "apple", "กา", "๑๐ ปี"],
    ],
    ids=["provinces", "vowels", "tone marks", "clusters", "second word", "other letters"],
)
def test_words_are_in_the_order_of_a_dictionary(words):
    for shuffled in (words[::-1], sorted(words), sorted(words, key=len)):
        assert sorted(shuffled, key=sort_key) == words


def test_different_words_never_have_the_same_place():
    words = ["ปา", "ป่า", "ป้า", "เก", "แก", "การ", "การ์"]
    assert len({sort_key(word) for word in words}) == len(words)
