"""Rulebooks of one's own for tests: documents written in a few words, and the shipped ones with a figure changed."""
import shutil

from support import ROOT, Case

RULES = ROOT / "gis-data" / "rules"
OPINION = "清府〔2021〕26号"

HEAD = 'title = {{ zh = "甲", en = "A" }}\nnumber = "{number}"\nissuer = "乙"\nlevel = "{level}"\nin_force = {{ from = 2020-01-01 }}\n{more}'


def document(number="甲〔2020〕1号", level="national", more=""):
    return HEAD.format(number=number, level=level, more=more)


def parameter(name="idle.fee_rate", value='"0.20"', unit="share", article="第一条", zh="说明", en="statement", status="read", **more):
    keys = {"name": name, "unit": unit, "article": article, "zh": zh, "en": en, "status": status, **more}
    return "\n[[parameter]]\n" + f"value = {value}\n" + "".join(f'{key} = "{text}"\n' for key, text in keys.items() if text is not None)


class Book(Case):
    """A rulebook of one's own in the folder `law`."""

    def rulebook(self, documents, more="", extends=None):
        law = self.folder / "law"
        shutil.rmtree(law, ignore_errors=True)
        law.mkdir()
        names = []
        for name, text in documents.items():
            (law / name).write_text(text, encoding="utf-8")
            names.append(f'"{name}"')
        (law / "rulebook.toml").write_text('title = { zh = "本市", en = "ours" }\n' + (f'extends = "{extends}"\n' if extends else "") +
                                           f'documents = [{", ".join(names)}]\n{more}', encoding="utf-8")
        return law
