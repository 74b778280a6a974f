"""Answers in files: read with the archive around them, looked at again for places, and kept."""

import json
from pathlib import Path

import pytest

import bilateral as bl
from bilateral.cli import main
from bilateral.records.dossier import GLOBAL_SECTIONS
from tests.answers import ANSWER, answer_of, edited


@pytest.fixture
def answers(archive: Path, tmp_path: Path) -> Path:
    """The archive with its articles as answers, which leave out what the archive gives."""
    (tmp_path / "bilateral.yaml").write_bytes((archive / "bilateral.yaml").read_bytes())
    dossier = bl.load(archive)
    for article in dossier.articles:
        answer = answer_of(dossier, article)
        for section in GLOBAL_SECTIONS:
            answer[section] = [
                told
                for told in answer[section] or ()
                if dossier.places[told["id"]].file == dossier.places[article.id].file
            ] or None
        (tmp_path / f"{article.id}.json").write_text(json.dumps(answer, indent=1), "utf-8")
    return tmp_path


def test_a_folder_of_answers(answers: Path, archive: Path, dossier: bl.Dossier) -> None:
    """The JSON files of a folder load with the archive's own file, and give what YAML gives."""
    (answers / "notes.yaml").write_text("not: read", "utf-8")

    loaded = bl.load(answers, profile="llm", root=answers)

    assert dossier == loaded
    found = bl.check(answers, profile="llm", root=answers)
    assert [one.code for one in bl.check(archive)] == [one.code for one in found]
    files = {Path(loaded.places[record.id].file).name for record in loaded}
    assert {"bilateral.yaml", *(path.name for path in answers.glob("*.json"))} == files


def test_one_answer(answers: Path, story: bl.Dossier) -> None:
    """An answer refers to the actors of the archive above it."""
    assert story == bl.load(answers / "harbour-accord.json", profile="llm", root=answers)
    found = bl.check(answers / "harbour-accord.json", profile="llm", root=None)
    assert {"ref-unknown"} == {one.code for one in found}


def test_an_answer_of_this_name_is_no_archive(tmp_path: Path) -> None:
    """The archive's own file is YAML, however it is asked for."""
    path = tmp_path / "bilateral.yaml"
    path.write_text("bilateral: 1\ncountries: {FRD: {name: Freedonia}}\n", "utf-8")
    assert "Freedonia" == bl.load(path, profile="llm").countries["FRD"].name


def test_the_id_is_the_name_of_the_file(tmp_path: Path) -> None:
    """An answer without an id has that of its file."""
    path = tmp_path / "call.json"
    path.write_text(edited('"id": "call-1933"', '"id": null'), "utf-8")
    assert "call:tea" == bl.load(path, profile="llm").meetings["tea"].id


def test_a_folder_without_answers(tmp_path: Path) -> None:
    """A folder without JSON files holds no answer."""
    (found,) = bl.check(tmp_path, profile="llm", root=None)
    assert "no .json files in this folder" == found.message


def test_what_is_no_json_in_a_file(tmp_path: Path) -> None:
    """A file's faults are told under its name; its bytes are read as those of YAML are."""
    path = tmp_path / "call.json"
    path.write_text("bilateral: 1\n", "utf-8")
    assert [f"{path}:1:1: this is not JSON: an answer begins with '{{'"] == [
        str(one) for one in bl.check(path, profile="llm", root=None)
    ]
    path.write_bytes(ANSWER.encode("utf-16"))
    (found,) = bl.check(path, profile="llm", root=None)
    assert "encoding-utf16" == found.code


def test_places_in_files(tmp_path: Path) -> None:
    """A place is looked for in the file, which must be what was loaded."""
    path = tmp_path / "call.json"
    path.write_text(ANSWER, "utf-8")
    line = ANSWER.splitlines().index('    {"id": "offer",') + 1
    loaded = bl.load(path, profile="llm", root=None)
    assert bl.Place(str(path), line, 12) == loaded.places["offer"]

    other = bl.load(path, profile="llm", root=None)
    path.write_text("\n" + ANSWER, "utf-8")

    with pytest.raises(bl.BilateralError, match="has changed since"):
        other.places["offer"]


def test_an_answer_is_not_dumped_over(tmp_path: Path) -> None:
    """YAML does not take an answer's place in a JSON file, whoever asks for it."""
    path = tmp_path / "call.json"
    path.write_text(ANSWER, "utf-8")
    dossier = bl.load(path, profile="llm", root=None)

    with pytest.raises(bl.BilateralError) as refused:
        bl.dump(dossier, path, overwrite=True)

    yaml = tmp_path / "call.yaml"
    message = "cannot be written: what is dumped is YAML, and a model's answer would be lost; write"
    assert f"{path}: {message} {str(yaml)!r}" == str(refused.value)
    assert ANSWER == path.read_text("utf-8")
    bl.dump(dossier, yaml)
    assert dossier == bl.load(yaml, root=None)


def test_places_of_what_took_an_answers_place(tmp_path: Path) -> None:
    """Where YAML was dumped in place of an answer after all, places are those in the YAML."""
    path = tmp_path / "call.txt"
    path.write_text(ANSWER, "utf-8")
    dossier = bl.load(path, profile="llm", root=None)
    bl.dump(dossier, path)
    place = dossier.places["offer"]
    assert "  offer:" == path.read_text("utf-8").splitlines()[place.line - 1]


def test_several_answers_of_one_article(tmp_path: Path) -> None:
    """Answers of two models to one article are parallel codings, where each says whose it is."""
    for model in ("one", "two"):
        coding = f'"coding": {{"coder": "{model}"}}, "countries"'
        (tmp_path / f"{model}.json").write_text(edited('"countries"', coding), "utf-8")
    (found,) = bl.check(tmp_path, profile="llm", root=None)
    assert ("codings", "coding.coder") == (found.code, found.path)
    assert str(tmp_path / "one.json") in found.message
    taken = bl.load(tmp_path, profile="llm", root=None, coder="two")
    assert "two" == taken.articles["call-1933"].coding.coder  # type: ignore[union-attr]


CONTRADICTED = edited(
    '"relative": [{"after": "offer",', '"date": "1930", "relative": [{"after": "offer",'
)


def test_what_contradicts_itself_has_its_path_in_the_answer(tmp_path: Path) -> None:
    """What an analysis objects to is told where the answer writes it, in a text and in a file."""
    path = tmp_path / "call.json"
    path.write_text(CONTRADICTED, "utf-8")

    for found in (
        bl.checks(CONTRADICTED, name=str(path), profile="llm"),
        bl.check(path, profile="llm", root=None),
    ):
        assert ["dates-contradict"] == [one.code for one in found]
        assert "events[0].relative[0]" == found[0].path
        line = CONTRADICTED.splitlines()[found[0].place.line - 1]
        assert line[found[0].place.column - 1 :].startswith('{"after": "offer"')


def test_answers_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every command that reads files reads answers, where it is told that they are."""
    path = tmp_path / "call.json"
    path.write_text(ANSWER, "utf-8")
    where = ["--profile", "llm", "--root", str(tmp_path)]
    assert 0 == main(["check", str(path), *where])
    assert capsys.readouterr().out.startswith("no problems in Dossier(")
    assert 0 == main(["timeline", str(path), *where])
    assert "A slap in the face" in capsys.readouterr().out
    path.write_text(edited("1933-11-18", "1933-13"), "utf-8")
    assert 1 == main(["check", str(path), *where])
    message = "'1933-13' is no EDTF date: month 13 does not exist"
    assert f"{path}:45:14: {message}\n" == capsys.readouterr().out


def test_a_conflict_names_both_files(tmp_path: Path) -> None:
    """What two answers give differently is told with both places."""
    (tmp_path / "a.json").write_text(ANSWER, "utf-8")
    other = edited('"Freedonia"}', '"Fredonia"}', '"id": "call-1933"', '"id": "other"')
    (tmp_path / "b.json").write_text(other, "utf-8")
    (found,) = bl.check(tmp_path, profile="llm", root=None)
    assert ("conflict", "countries[0]") == (found.code, found.path)
    assert f"differs from the one at {tmp_path / 'a.json'}:6:12 in 'name'" in found.message
