"""Places: every province, district and subdistrict by its code and Thai name, named in both languages."""

from porpiang.geography import districts, provinces, subdistricts


def test_all_77_provinces_have_a_two_digit_code_and_two_names():
    assert len(provinces()) == 77
    assert all(len(code) == 2 and area.code == code and area.th and area.en for code, area in provinces().items())
    assert (provinces()["90"].name("th"), provinces()["90"].name("en")) == ("สงขลา", "Songkhla")


def test_districts_and_subdistricts_are_found_below_their_parent_by_thai_name():
    sadao = districts("90")["สะเดา"]
    assert (sadao.code, sadao.name("en")) == ("9010", "Sadao")
    assert subdistricts(sadao.code)["ปริก"].code.startswith("9010")
    assert "สะเดา" not in districts("91")


def test_every_province_has_districts_and_every_district_subdistricts():
    below = [district for code in provinces() for district in districts(code).values()]
    assert len(below) == 928  # 878 districts and the 50 of Bangkok
    assert [district.th for district in below if not subdistricts(district.code)] == []


def test_nothing_is_below_an_unknown_code():
    assert districts("99") == {}
    assert subdistricts("9999") == {}
