"""Names are made up; what stands around them is as the law and custom have it."""

import pytest
import yaml

from loaders.resolution import taken_apart


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("株式会社架空", "company"),
        ("架空㈱", "company"),
        ("(株)架空", "company"),
        ("（有）架空", "company"),
        ("合同会社架空", "company"),
        ("特定非営利活動法人架空", "nonprofit"),
        ("NPO法人架空", "nonprofit"),
        ("ＮＰＯ法人　架空", "nonprofit"),
        ("認定特定非営利活動法人架空", "nonprofit"),
        ("非特定営利活動法人架空", "nonprofit"),
        ("(特非)架空", "nonprofit"),
        ("社会福祉法人架空", "welfare"),
        ("（福）架空", "welfare"),
        ("(社福)架空", "welfare"),
        ("財団法人架空", "foundation"),
        ("公益財団法人架空", "foundation"),
        ("一般財団法人架空", "foundation"),
        ("㈶架空", "foundation"),
        ("(財)架空", "foundation"),
        ("(公財)架空", "foundation"),
        ("(財団)架空", "foundation"),
        ("（特財）架空", "foundation"),
        ("公益財団法架空", "foundation"),
        ("財団 法人 架空", "foundation"),
        ("社団法人架空", "association"),
        ("（一社）架空", "association"),
        ("公益社団法 人架空", "association"),
        ("医療法人社団架空", "medical"),
        ("医療法人架空（財団）", "medical"),
        ("学校法人架空", "school"),
        ("独立行政法人架空", "agency"),
        ("国立研究開発法人架空", "agency"),
        ("公益法人架空", ""),
        ("架空", ""),
    ],
)
def test_a_legal_form_is_no_part_of_the_key(name, family):
    found = taken_apart(name)
    assert (found.key, found.form) == ("架空", family)


@pytest.mark.parametrize(
    "behind",
    [
        "\n東京都千代田区平河町２－６－３",
        "　東京都千代田区平河町２－６－３",
        "東京都千代田区平河町２－６－３",
        "\r\n〒102-0093 東京都千代田区平河町2-6-3",
        "\n横浜市中区日本大通１",
        "　理事長　架空　太郎",
        "理事長",
        "\n会長　架空太郎",
        "代表理事 架空花子",
        "会長架空太郎",
        "（2件）",
        "\r\n（平成24年4月26日変更交付決定）",
        "(H24.6.7解散)",
        " ほか3団体",
    ],
)
def test_address_office_holder_and_notes_are_no_part_of_the_key(behind):
    assert taken_apart(f"公益社団法人架空協会{behind}") == taken_apart("公益社団法人架空協会")


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("公益社団法人架空医師会長", "架空医師会"),
        ("架空大学長", "架空大学"),
        ("架空大学学長", "架空大学"),
        ("全国会長会", "全国会長会"),
    ],
)
def test_a_title_that_shares_a_character_with_the_name(name, key):
    assert taken_apart(name).key == key


@pytest.mark.parametrize(
    ("name", "key", "branch"),
    [
        ("架空商事株式会社横浜支店", "架空商事", "横浜支店"),
        ("株式会社架空商事　北関東営業所", "架空商事", "北関東営業所"),
        ("株式会社架空商事本社", "架空商事", "本社"),
        ("一般社団法人架空協会神奈川県支部", "架空協会", "神奈川県支部"),
        ("公益社団法人架空協会　遠野事務所", "架空協会", "遠野事務所"),
        ("財団法人架空会想像病院", "架空会", "想像病院"),
        ("(公財)架空振興会附属想像病院", "架空振興会", "付属想像病院"),
        ("財団法人架空研究会\n架空想像研究所", "架空研究会", "架空想像研究所"),
        ("社会福祉法人恩賜財団済生会支部神奈川県済生会横浜市東部病院", "済生会", "支部神奈川県済生会横浜市東部病院"),
        ("日本赤十字社神奈川県支部", "日本赤十字社", "神奈川県支部"),
        ("架空赤十字病院", "日本赤十字社", "架空赤十字病院"),
        ("国立大学法人架空大学医学部附属病院", "架空大学", "医学部付属病院"),
        ("学校法人架空学園想像大学", "架空学園", "想像大学"),
        ("公益財団法人架空生産性本部", "架空生産性本部", ""),
        ("公益財団法人架空総合研究所", "架空総合研究所", ""),
    ],
)
def test_offices_and_houses_are_kept_apart(name, key, branch):
    found = taken_apart(name)
    assert (found.key, found.branch) == (key, branch)


@pytest.mark.parametrize(
    "name",
    [
        "架空推進協議会（代表機関：公益社団法人架空協会）",
        "架空推進協議会 代表機関 公益社団法人架空協会",
        "架空コンソーシアム代表団体公益社団法人架空協会",
        "架空推進協議会\n（代表機関：公益社団法人架空協会）",
        "架空推進協議会公益社団法人架空協会",
    ],
)
def test_a_group_is_the_corporation_that_receives_for_it(name):
    found = taken_apart(name)
    assert found.key == "架空協会"
    assert found.also in ({"架空推進協議会"}, {"架空コンソシアム"})


@pytest.mark.parametrize(
    "name",
    [
        "社団法人架空会・財団法人想像会",
        "社団法人架空会\r\n財団法人想像会",
        "財団法人想像会、社団法人架空会",
        "架空会及び財団法人想像会",
        "財団法人想像会、架空会株式会社",
    ],
)
def test_several_side_by_side_are_nobody_of_them(name):
    found = taken_apart(name)
    assert found.joint
    assert found.also == {"架空会", "想像会"}
    assert found.key not in found.also


def test_former_names_and_places_in_brackets():
    assert taken_apart("架空スポーツ協会（旧：架空体育協会）").also == {"架空体育協会"}
    assert taken_apart("ひまわり会（横浜市）").place == "横浜市"


def test_names_that_every_place_has_are_generic_unless_they_say_where():
    assert taken_apart("自治会").generic
    assert taken_apart("社会福祉法人社会福祉協議会").generic
    assert not taken_apart("社会福祉法人横浜市社会福祉協議会").generic


@pytest.mark.parametrize("name", ["", "　", "－", "()", "株式会社", "\n", "代表機関：", "会長"])
def test_texts_that_name_nobody_do_no_harm(name):
    assert isinstance(taken_apart(name).key, str)


def test_forms_of_the_reference_are_known_but_those_that_are_the_name_itself(root):
    table = yaml.safe_load((root / "data" / "reference" / "legal_forms.yaml").read_text(encoding="utf-8"))
    names = {entry["form"]: (entry["form"], *entry.get("short", ())) for entry in table["forms"]}
    unknown = {form for form, found in names.items() if any(taken_apart(f"{name}架空").key != "架空" for name in found)}
    assert all(form.endswith(("組合", "組合連合会", "金庫", "商工会議所")) for form in unknown), unknown
