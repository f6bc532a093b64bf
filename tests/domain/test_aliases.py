"""The book of unit names: what it says is applied, what may be the same is only proposed."""

from kmdash.domain.aliases import book_of, canonical, proposals


def test_a_name_of_the_book_is_replaced_whatever_its_dots_and_blanks():
    book = book_of([{"alias": "กพร.สธ.", "unit": "กลุ่มพัฒนาระบบบริหาร"}])
    assert canonical("ก.พ.ร. สธ", book) == "กลุ่มพัฒนาระบบบริหาร"
    assert canonical("กองคลัง", book) == "กองคลัง"


def test_a_short_form_that_fits_one_full_name_is_proposed_and_one_that_fits_two_is_not():
    units = ["กยผ.", "กองยุทธศาสตร์และแผนงาน", "สล.", "สำนักงานเลขานุการกรม", "สำนักลูกค้าสัมพันธ์"]
    found = {(one.alias, one.unit) for one in proposals(units, {})}
    assert ("กยผ.", "กองยุทธศาสตร์และแผนงาน") in found
    assert not {unit for alias, unit in found if alias == "สล."}


def test_nearly_equal_full_names_are_proposed_but_not_those_that_differ_in_a_number():
    units = ["สำนักปลัด", "สำนักปลัดเทศบาล", "กลุ่มงานที่ 1", "กลุ่มงานที่ 2"]
    assert {(one.alias, one.unit) for one in proposals(units, {})} == {("สำนักปลัดเทศบาล", "สำนักปลัด")}


def test_what_the_book_decided_is_not_asked_again():
    units = ["กยผ.", "กองยุทธศาสตร์และแผนงาน"]
    assert proposals(units, book_of([{"alias": "กยผ.", "unit": "กยผ."}])) == []
