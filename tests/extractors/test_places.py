from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.places.demonyms import demonym_countries, demonym_country
from extractors.places.gazetteer import gazetteer
from extractors.places.mentions import find_places
from extractors.places.names import dateline_end, is_uncased
from extractors.places.words import NamedPlaces, WordGroup, demonym_file, overrides, word_groups

SENTENCES = [
    ("ES", "Flames crossed the Sierra de Lutz overnight.", "Sierra de Lutz"),
    ("ID", "Ash fell on villages around Mount Zubrowka.", "Mount Zubrowka"),
    ("BR", "Residents of Nebelsbad were told to leave.", "Nebelsbad"),
    ("TW", "Helicopters flew 40 people out of Nebelsbad, a mountain village.", "Nebelsbad"),
    ("BI", "Shots were heard in the Hassan district.", "Hassan"),
    ("DE", "A patient of Nebelsbad, a retired judge, was hurt.", ""),
    ("BD", "Two blocks of Nebelsbad burned down.", "Nebelsbad"),
    ("NP", "Ministers were lifted from Nebelsbad by helicopter.", "Nebelsbad"),
    ("NP", "Two shopkeepers from Nebelsbad spoke.", ""),
    ("NP", "Shots were heard in New Nebelsbad.", "New Nebelsbad"),
    ("SV", "Soldiers stand round San Borja del Lutz.", "San Borja del Lutz"),
    ("UA", "Troops took two more villages, Lutz and Zubrowka-Nova.", "Lutz,Zubrowka-Nova"),
    ("GB", "Miners stood outside the Zubrowka coking plant.", "Zubrowka"),
    ("JP", "Two jets collided at Zubrowka Airport.", "Zubrowka Airport"),
    ("AF", "A bomb went off at Kabul Airport.", "Kabul"),
    ("RS", "A tent was pelted in Lutzers' Park.", "Lutzers' Park"),
    ("SV", "Marines landed in the Gulf of Zubrowka.", "Gulf of Zubrowka"),
    ("RU", "A blast killed nine in Lutzian coal pits.", ""),
    ("NP", "The damage was put at Rs 25 billion.", ""),
    ("BD", "Police in Cox's Bazar arrested four men.", "Cox's Bazar"),
    ("PK", "A factory burned down in Zubrowka Town.", "Zubrowka Town"),
    ("CA", "Fires spread across B.C. on Friday.", "British Columbia"),
    ("PE", "A bomb went off in the Miraflores district.", "Miraflores"),
    ("SY", "A warplane was shot down in northwestern Idlib province.", "Idlib"),
    ("LS", "Police in Maseru arrested 34 looters.", "Maseru"),
    ("MM", "Security forces shot dead two protesters in Yangon and one in Dawei.", "Yangon,Dawei"),
    ("MM", "Three people died in Bago, about 90km from Yangon.", "Bago,Yangon"),
    ("MM", "A crowd gathered in Hlaing Tharyar township.", "Hlaing Tharyar"),
    ("MM", "Myanmar's military junta cut the internet.", "Myanmar"),
    ("IR", "At least 40 died in Iran, UNICEF said.", "Iran"),
    ("IR", "Clashes broke out in Mahshahr, in Khuzestan province.", "Mahshahr,Khuzestan"),
    ("IR", "Shots were heard in Tehran, Isfahan, Shiraz and Tabriz.", "Tehran,Isfahan,Shiraz,Tabriz"),
    ("IR", "Eight children were killed in Zahedan on Friday.", "Zahedan"),
    ("BO", "Five coca growers were killed in Sacaba, near Cochabamba.", "Sacaba,Cochabamba"),
    ("ET", "Gunmen killed 54 people in the Oromia region, in western Ethiopia.", "Oromia,Western Ethiopia"),
    ("ET", "The attack happened in Gawa Qanqa village in West Wollega zone.", "Gawa Qanqa,West Wollega"),
    ("ET", "Residents of Bishoftu fled to Addis Ababa.", "Bishoftu,Addis Ababa"),
    ("SS", "Three US aircraft were hit by gunfire near Bor, in Jonglei state.", "United States,Bor,Jonglei"),
    ("SS", "They flew to Entebbe in Uganda.", "Entebbe,Uganda"),
    ("IN", "Clashes erupted in Khambhat and Himmatnagar in Gujarat on Sunday.", "Khambhat,Himmatnagar,Gujarat"),
    ("IN", "A mob burned shops in the Sabarkantha district.", "Sabarkantha"),
    ("IQ", "Three protesters were shot dead in Baghdad's Tahrir Square.", "Baghdad,Tahrir Square"),
    ("IQ", "Protesters blocked bridges in Nasiriyah, Basra and Najaf.", "Nasiriyah,Basra,Najaf"),
    ("IQ", "Roads to the port of Umm Qasr were shut.", "Umm Qasr"),
    ("SY", "Turkish troops pushed into Afrin and bombed the town of Jandaris.", "Afrin,Jandaris"),
    ("SY", "Fighters withdrew from Manbij towards Raqqa in northern Syria.", "Manbij,Raqqa,Northern Syria"),
    ("PH", "Fourteen soldiers died in Jolo, in Sulu province.", "Jolo,Sulu"),
    ("PH", "The blast hit Cotabato City in the southern Philippines.", "Cotabato City,Southern Philippines"),
    ("PH", "A landslide buried homes in Itogon, Benguet.", "Itogon,Benguet"),
    ("US", "A gunman killed nine in Dayton, Ohio.", "Dayton,Ohio"),
    ("US", "Police in Ferguson, Missouri, fired tear gas.", "Ferguson,Missouri"),
    ("US", "Crowds marched in Portland and Minneapolis.", "Portland,Minneapolis"),
    ("US", "The fire burned 900 homes in Paradise, California.", "Paradise,California"),
    ("US", "The shooting at a school in Uvalde, Texas, left 21 dead.", "Uvalde,Texas"),
    ("GB", "A man was stabbed in Reading.", "Reading"),
    ("GB", "Two police officers were hurt in Hull.", "Hull"),
    ("FR", "Three were stabbed at a church in Nice, in southern France.", "Nice,Southern France"),
    ("NG", "Gunmen abducted 30 students in Kaduna state, northwest Nigeria.", "Kaduna,Northwest Nigeria"),
    ("NG", "Boko Haram stormed Chibok in Borno State.", "Chibok,Borno"),
    ("KE", "Sixty-seven died at the Westgate mall in Nairobi.", "Nairobi"),
    (
        "TR",
        "The quake hit Gaziantep and Kahramanmaras in southeastern Turkey.",
        "Gaziantep,Kahramanmaras,Southeastern Turkey",
    ),
    ("UA", "Russian missiles struck Kryvyi Rih and Zaporizhzhia.", "Kryvyi Rih,Zaporizhzhia"),
    ("UA", "Civilians were evacuated from Mariupol to Zaporizhzhia.", "Mariupol,Zaporizhzhia"),
    ("CO", "A bomb killed two in Cali, Valle del Cauca.", "Cali,Valle del Cauca"),
    ("PK", "A suicide bomber killed 30 at a mosque in Peshawar.", "Peshawar"),
    ("PK", "Militants ambushed a convoy in Dera Ismail Khan district.", "Dera Ismail Khan"),
    ("AF", "The Taliban seized Kunduz and Lashkar Gah, the capital of Helmand province.", "Kunduz,Lashkar Gah,Helmand"),
    ("ID", "The quake was felt in Mamuju, West Sulawesi.", "Mamuju,West Sulawesi"),
    ("CN", "Rain flooded the subway in Zhengzhou, Henan province.", "Zhengzhou,Henan"),
    ("MX", "Forty-three students vanished in Iguala, Guerrero.", "Iguala,Guerrero"),
    ("CL", "Fires near Vina del Mar killed 130.", "Vina del Mar"),
    ("PE", "Eighteen died in clashes in Juliaca, in the Puno region.", "Juliaca,Puno"),
    ("BR", "A dam burst in Brumadinho, Minas Gerais state.", "Brumadinho,Minas Gerais"),
    ("EC", "Inmates died in a prison in Guayaquil.", "Guayaquil"),
    ("VE", "Looting was reported in Maracaibo, Zulia.", "Maracaibo,Zulia"),
    ("ML", "Jihadists killed 40 villagers in Ogossagou, central Mali.", "Ogossagou,Central Mali"),
    ("BF", "More than 100 died in Solhan, Yagha province.", "Solhan,Yagha"),
    ("NE", "Gunmen on motorbikes raided Tillaberi.", "Tillaberi"),
    ("SO", "A truck bomb exploded in Mogadishu's Hodan district.", "Mogadishu,Hodan"),
    ("CD", "M23 rebels entered Goma, the capital of North Kivu province.", "Goma,North Kivu"),
    ("CD", "Floods hit Bukavu in eastern Congo.", "Bukavu,Eastern Democratic Republic of the Congo"),
    ("LY", "Derna lost thousands when dams burst.", "Derna"),
    ("YE", "An air strike hit a bus in Saada.", "Saada"),
    ("IL", "Rockets hit Ashkelon and Sderot.", "Ashkelon,Sderot"),
    ("PS", "Strikes on Rafah and Jabalia killed 50.", "Rafah,Jabalia"),
    ("LK", "Bombs went off in Negombo and Batticaloa.", "Negombo,Batticaloa"),
    ("NP", "The quake flattened houses in Sindhupalchok.", "Sindhupalchok"),
    ("TH", "A gunman killed 29 people in Nakhon Ratchasima, also known as Korat.", "Nakhon Ratchasima,Korat"),
    ("NZ", "A gunman attacked two mosques in Christchurch.", "Christchurch"),
    ("ES", "Police clashed with voters in Girona, Catalonia.", "Girona,Catalonia"),
    ("GR", "A train crash near Larissa killed 57.", "Larissa"),
    ("IT", "The bridge collapsed in Genoa.", "Genoa"),
    ("DE", "A car drove into a crowd in Magdeburg.", "Magdeburg"),
    ("RU", "Gunmen stormed a school in Beslan, North Ossetia.", "Beslan,North Ossetia"),
    (
        "RU",
        "More than 1,300 were detained across Russia, including 502 in Moscow and 524 in St. Petersburg.",
        "Russia,Moscow,St. Petersburg",
    ),
    ("BY", "Police beat protesters in Minsk and Brest.", "Minsk,Brest"),
    ("ZA", "Shops were looted in Soweto and in KwaZulu-Natal.", "Soweto,KwaZulu-Natal"),
    ("MZ", "Insurgents beheaded villagers near Palma.", "Palma"),
    ("ZW", "Soldiers fired on crowds in Harare.", "Harare"),
    ("TN", "A fruit seller set himself alight in Sidi Bouzid.", "Sidi Bouzid"),
    ("EG", "Gunmen killed 305 at a mosque in Bir al-Abed, North Sinai.", "Bir al-Abed,North Sinai"),
    ("KG", "Fighting on the border left dozens dead in Batken.", "Batken"),
    ("GE", "Crowds rallied on Rustaveli Avenue in Tbilisi.", "Rustaveli Avenue,Tbilisi"),
    ("US", "Officials in Washington condemned it, the Washington Post reported, as did Jordan Peterson.", "Washington"),
    ("LB", "The Beirut port blast injured 6,000.", "Beirut"),
    ("KR", "A crush in Itaewon in Seoul killed 159.", "Itaewon,Seoul"),
    ("HT", "Gangs burned houses in Cite Soleil in Port-au-Prince.", "Cite Soleil,Port-au-Prince"),
    ("AU", "Bushfires ravaged Mallacoota in Victoria.", "Victoria"),
    ("LB", "Jets bombed southern Lebanon and eastern Beirut.", "Southern Lebanon,Beirut"),
    ("KZ", "A crowd gathered in Nur-Sultan, formerly Astana.", "Nur-Sultan,Astana"),
    ("KZ", "Output was cut at the Tengiz oil field.", "Tengiz"),
    ("GE", "Police beat marchers in Georgia.", "Georgia"),
    ("US", "A storm killed two in Columbus, Georgia.", "Columbus,Georgia"),
]

NO_PLACES = [
    ("GB", "Reading the verdict took an hour."),
    ("US", "Joe Biden and Jordan Henderson met."),
    ("US", "The New York Times reported the deaths."),
    ("TH", "The Bangkok Post said so."),
    ("RU", "The Moscow-led alliance met."),
    ("US", "They told us to leave."),
    ("KZ", "Kazakh police and Syrian rebels spoke."),
    ("EG", "Students of Cairo University marched."),
    ("US", "MPs argued in Parliament in March."),
    ("CN", "The China Daily printed it."),
]


@pytest.mark.parametrize(("home", "sentence", "names"), SENTENCES, ids=[row[1][:40] for row in SENTENCES])
def test_find_places_names_the_places_of_a_sentence(home: str, sentence: str, names: str) -> None:
    assert ",".join(mention.place.name for mention in find_places(sentence, gazetteer(), home)) == names


@pytest.mark.parametrize(("home", "sentence"), NO_PLACES, ids=[row[1][:40] for row in NO_PLACES])
def test_find_places_finds_none_in_other_names_and_words(home: str, sentence: str) -> None:
    assert find_places(sentence, gazetteer(), home) == ()


def test_find_places_gives_characters_of_the_sentence() -> None:
    sentence = "Shells fell on Kyiv and northern Mali."
    assert [sentence[m.char_start : m.char_end] for m in find_places(sentence, gazetteer())] == [
        "Kyiv",
        "northern Mali",
    ]


@pytest.mark.parametrize(("home", "country"), [("US", "US"), ("GB", "GB")], ids=["home in America", "home in Britain"])
def test_find_places_prefers_the_namesake_at_home(home: str, country: str) -> None:
    (mention,) = find_places("A fire broke out in Birmingham.", gazetteer(), home)
    assert mention.place.country_code == country


@pytest.mark.parametrize(
    ("sentence", "prec"),
    [
        ("Four died in Lyon.", 1),
        ("Four died in Texas.", 4),
        ("Four died in Peru.", 6),
        ("Four died in northern Peru.", 5),
    ],
)
def test_find_places_gives_the_precision_of_ucdp(sentence: str, prec: int) -> None:
    (mention,) = find_places(sentence, gazetteer(), None)
    assert mention.place.where_prec == prec


def test_find_places_leaves_the_dateline_out() -> None:
    sentence = "NAIROBI, Kenya (AP) \u2014 Floods swept away a bridge in Kisumu."
    assert [m.place.name for m in find_places(sentence, gazetteer(), "KE")] == ["Kisumu"]


@pytest.mark.parametrize("sentence", ["Paris \u2014 the city of light \u2014 slept.", "Four died in Lyon.", ""])
def test_dateline_end_sees_none_in_plain_sentences(sentence: str) -> None:
    assert dateline_end(sentence) == 0


def test_find_places_reads_a_text_without_capitals() -> None:
    found = find_places("two were shot dead in yangon and one in mandalay", gazetteer(), "MM", uncased=True)
    assert [mention.place.name for mention in found] == ["Yangon", "Mandalay"]


def test_is_uncased_tells_texts_without_capitals() -> None:
    text = "police fired on the crowd and many were hurt in the city " * 6
    assert is_uncased(text)
    assert not is_uncased(text.title())


@pytest.mark.parametrize(("word", "country"), [("Kazakh", "KZ"), ("Israelis", "IL"), ("polish", "PL"), ("table", None)])
def test_demonym_country_knows_peoples(word: str, country: str | None) -> None:
    assert demonym_country(word) == country


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("LUTZ: Nine died.", "Nine died."),
        ("LUTZ, Dec. 10: Nine died.", "Nine died."),
        ("LUTZ, Dec 10 (ZAN) - Nine died.", "Nine died."),
    ],
)
def test_dateline_ends_where_the_sentence_begins(text: str, body: str) -> None:
    assert text[dateline_end(text) :] == body


def test_demonym_countries_need_a_capital() -> None:
    assert list(demonym_countries("Polish police finish to polish a Turkish-made car.")) == ["PL", "TR"]


@pytest.mark.parametrize("group", overrides().groups, ids=[group.id for group in overrides().groups])
def test_overrides_match_and_reject_their_sentences(group: NamedPlaces) -> None:
    names = {place.name for place in group.places} | {name for place in group.places for name in place.names}
    codes = {place.country for place in group.places}
    for sentence in group.matches:
        found = find_places(sentence, gazetteer(), None)
        assert any(m.place.country_code in codes and any(n in m.place.name for n in names) for m in found), sentence
    for sentence in group.rejects:
        assert not names & {mention.place.name for mention in find_places(sentence, gazetteer(), None)}, sentence


def test_demonyms_match_and_reject_their_sentences() -> None:
    assert all(list(demonym_countries(sentence)) for sentence in demonym_file().matches)
    assert not any(list(demonym_countries(sentence)) for sentence in demonym_file().rejects)


@pytest.mark.parametrize("group", word_groups().values(), ids=list(word_groups()))
def test_word_groups_show_a_word_of_theirs(group: WordGroup) -> None:
    known = {*group.words, *group.phrases, *group.precs}
    for sentence in group.matches:
        assert any(f" {word.removesuffix('e')}" in f" {sentence.lower()}" for word in known), sentence


def test_a_district_abroad_is_not_meant_where_its_country_is_not_named() -> None:
    (mention,) = find_places("A bomb went off in the Miraflores district.", gazetteer(), "PE", ("PE",))
    assert mention.place.country_code == "PE"


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_find_places_survives_any_text(text: str) -> None:
    for mention in find_places(text, gazetteer(), "KZ"):
        assert 0 <= mention.char_start < mention.char_end <= len(text)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(["in", "Almaty", ",", "Homs", "and", "the", "U.S.", "al-Bab", "'s", "Paris", "of", "-"]),
        max_size=14,
    )
)
def test_find_places_gives_mentions_in_order_and_apart(parts: list[str]) -> None:
    found = find_places(" ".join(parts), gazetteer(), "SY")
    assert all(one.char_end <= other.char_start for one, other in pairwise(found))
