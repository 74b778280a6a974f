"""The article's example holds all 59 facts of the article, each with its value."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

import bilateral as bl
from bilateral.dates import Certainty, Edtf
from bilateral.records.dossier import Dossier
from bilateral.records.gaps import Gap
from bilateral.records.record import Record
from bilateral.records.sources import Evidence, Relative
from bilateral.records.words import Statement, Words

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT / "examples/xi-putin-beijing-2024.yaml"
SHARED = ROOT.parent / "shared/article"
TEXT = SHARED / "xi-putin-beijing-2024.txt"
FACTS = SHARED / "facts.tsv"

needs_text = pytest.mark.skipif(not TEXT.exists(), reason="the article's text does not travel")

# What a fact of the article is, as a value of a field of a record:
# fact, record, field (dotted, list items by number), value.
TABLE: list[tuple[str, str, str, Any]] = [
    ("H1", "wire", "title", "Xi and Putin condemn US, pledge closer ties"),
    ("H1", "wire", "published", "2024-05-16"),
    ("H1", "wire", "inferred", {"published": "derived"}),
    ("H1", "leaders-condemn-us", "evidence.0", "Xi and Putin condemn US"),
    ("H1", "leaders-pledge-ties", "evidence.0", "pledge closer ties"),
    ("P1a", "leaders-condemn-us", "speakers", ["xi", "putin"]),
    ("P1a", "leaders-condemn-us", "act", "condemn"),
    ("P1a", "leaders-condemn-us", "targets", ["USA"]),
    ("P1a", "leaders-condemn-us", "voice", "reported"),
    ("P1a", "leaders-condemn-us", "distanced", True),
    ("P1a", "leaders-condemn-us", "date", "[..2024-05-16]"),
    ("P1a", "leaders-condemn-us", "topics", ["us-conduct"]),
    ("P1b", "leaders-pledge-ties", "speakers", ["xi", "putin"]),
    ("P1b", "leaders-pledge-ties", "act", "pledge"),
    ("P1b", "leaders-pledge-ties", "topics", ["defence-cooperation"]),
    ("P1b", "leaders-pledge-ties", "voice", "reported"),
    ("P1b", "leaders-pledge-ties", "distanced", False),
    ("P1b", "leaders-pledge-ties", "date", "[..2024-05-16]"),
    ("P1c", "close-military-ties", "kind", "state-of-affairs"),
    ("P1c", "close-military-ties", "presupposed", True),
    ("P1c", "close-military-ties", "status", "ongoing"),
    ("P1c", "close-military-ties", "actors", ["CHN", "RUS"]),
    (
        "P1c",
        "close-military-ties",
        "title",
        "China and Russia are close in defence and military matters",
    ),
    ("P1c", "leaders-pledge-ties", "about", ["close-military-ties"]),
    ("P1d", "xi", "name", "Xi Jinping"),
    ("P1d", "xi", "country", "CHN"),
    ("P1d", "xi", "offices.0.role", "head-of-state"),
    ("P1d", "xi", "offices.0.title", "President"),
    ("P1d", "xi", "offices.0.of", "CHN"),
    ("P1d", "xi", "offices.0.as_of", "2024-05-16"),
    ("P1e", "putin", "name", "Vladimir Putin"),
    ("P1e", "putin", "country", "RUS"),
    ("P1e", "putin", "offices.0.role", "head-of-state"),
    ("P1e", "putin", "offices.0.title", "President"),
    ("P1e", "putin", "offices.0.of", "RUS"),
    ("P2a", "snub-to-washington", "implied_targets", ["USA"]),
    ("P2a", "snub-to-washington", "about", ["xi-eye-to-eye", "xi-resist-pressure"]),
    ("P2a", "snub-to-washington", "text", "Xi's words rebuff the United States."),
    ("P2a", "snub-to-washington", "by", "source"),
    ("P2a", "snub-to-washington", "hedged", False),
    ("P2b", "blinken-2024", "guests", ["blinken"]),
    ("P2b", "blinken-2024", "country", "CHN"),
    ("P2b", "blinken-2024", "date", "2024-04"),
    ("P2b", "blinken-2024", "status", "held"),
    ("P2b", "blinken-2024", "evidence.0", "whose top diplomat flew into China in April"),
    ("P2b", "wire", "mentions.top diplomat", "blinken"),
    ("P2c", "blinken-2024", "purpose.0.act", "call-for"),
    ("P2c", "blinken-2024", "purpose.0.targets", ["CHN"]),
    ("P2c", "blinken-2024", "purpose.0.concerning", ["RUS"]),
    ("P2c", "blinken-2024", "purpose.0.topics", ["bilateral-ties"]),
    ("P2c", "blinken-2024", "purpose.0.text", "Get China to reduce its ties with Russia."),
    ("P2d", "xi-eye-to-eye", "speakers", ["xi"]),
    ("P2d", "xi-eye-to-eye", "claims_for", ["CHN", "RUS"]),
    ("P2d", "xi-eye-to-eye", "confirmed_by", []),
    ("P2d", "xi-eye-to-eye", "act", "affirm"),
    ("P2d", "xi-eye-to-eye", "voice", "reported"),
    ("P2d", "xi-eye-to-eye", "topics", ["ukraine"]),
    ("P2d", "xi-eye-to-eye", "topics_open", True),
    ("P2d", "xi-eye-to-eye", "date", "2024-05-16"),
    ("P2e", "xi-resist-pressure", "act", "pledge"),
    ("P2e", "xi-resist-pressure", "targets", ["west"]),
    ("P2e", "xi-resist-pressure", "claims_for", ["CHN", "RUS"]),
    ("P2e", "xi-resist-pressure", "topics", ["bilateral-ties"]),
    ("P2e", "xi-resist-pressure", "position", "for"),
    ("P2e", "xi-resist-pressure", "voice", "reported"),
    ("P2e", "west", "kind", "bloc"),
    (
        "P3",
        "xi-hard-earned",
        "text",
        (
            "The China-Russia relationship today is hard-earned, and the two sides need to cherish "
            "and nurture it"
        ),
    ),
    ("P3", "xi-hard-earned", "voice", "direct"),
    ("P3", "xi-hard-earned", "act", "call-for"),
    ("P3", "xi-hard-earned", "targets", ["CHN", "RUS"]),
    ("P3t", "xi-hard-earned", "speakers", ["xi"]),
    ("P3t", "xi-hard-earned", "to", ["putin"]),
    ("P3t", "xi-hard-earned", "date", "2024-05-16"),
    ("P3t", "xi-hard-earned", "inferred", {}),
    ("P3t", "xi-hard-earned", "evidence", ["Xi told Putin on Thursday"]),
    (
        "P4",
        "xi-fairness",
        "text",
        (
            "China is willing to ... jointly achieve the development and rejuvenation of our "
            "respective countries, and work together to uphold fairness and justice in the world."
        ),
    ),
    ("P4", "xi-fairness", "voice", "direct"),
    ("P4", "xi-fairness", "act", "offer"),
    ("P4", "xi-fairness", "speakers", ["xi"]),
    (
        "P4",
        "xi-fairness",
        "inferred",
        {"speakers": "derived", "to": "derived", "date": "derived"},
    ),
    ("P5a", "joint-2024", "parties", ["CHN", "RUS"]),
    ("P5a", "joint-2024/nuclear-balance", "parties", ["CHN", "RUS"]),
    ("P5a", "joint-2024/nuclear-balance", "date", "2024-05-16"),
    ("P5a", "joint-2024/nuclear-balance", "act", "concern"),
    ("P5a", "joint-2024/nuclear-balance", "targets", ["USA"]),
    ("P5a", "joint-2024/nuclear-balance", "topics", ["nuclear-balance"]),
    ("P5a", "joint-2024/nuclear-balance", "distanced", True),
    ("P5b", "joint-2024/missile-defence", "act", "concern"),
    ("P5b", "joint-2024/missile-defence", "targets", ["USA"]),
    ("P5b", "joint-2024/missile-defence", "concerning", ["RUS", "CHN"]),
    ("P5b", "joint-2024/missile-defence", "topics", ["missile-defence"]),
    ("P5b", "joint-2024/missile-defence", "distanced", False),
    ("P5c", "joint-2024/precision-weapons", "act", "concern"),
    ("P5c", "joint-2024/precision-weapons", "targets", ["USA"]),
    ("P5c", "joint-2024/precision-weapons", "topics", ["precision-strike"]),
    (
        "P5c",
        "joint-2024/precision-weapons",
        "text",
        "What the US plans in accurate conventional arms is a worry.",
    ),
    ("P6a", "beijing-2024", "first_since", "inauguration-2024"),
    ("P6a", "beijing-2024", "evidence.2", "his first overseas trip since being inaugurated"),
    ("P6b", "inauguration-2024", "kind", "inauguration"),
    ("P6b", "inauguration-2024", "actors", ["putin"]),
    ("P6b", "inauguration-2024", "date", "[2024-05-01..2024-05-16]"),
    ("P6b", "inauguration-2024", "relative", [["before", "beijing-2024", None]]),
    ("P6b", "putin", "offices.0.start", "2024-05-07"),
    ("P6b", "putin", "offices.0.inferred", {"start": "world-knowledge"}),
    ("P6c", "putin-stabilising", "speakers", ["putin"]),
    ("P6c", "putin-stabilising", "voice", "reported"),
    ("P6c", "putin-stabilising", "act", "praise"),
    ("P6c", "putin-stabilising", "concerning", ["RUS", "CHN"]),
    ("P6c", "putin-stabilising", "topics", ["world-order"]),
    ("P6c", "putin-stabilising", "position", "for"),
    ("P6c", "putin-stabilising", "date", "2024-05-16"),
    (
        "P7",
        "putin-justice",
        "text",
        (
            "Together we are defending the principles of justice and a democratic world order "
            "reflecting multipolar realities and based on international law"
        ),
    ),
    ("P7", "putin-justice", "voice", "direct"),
    ("P7", "putin-justice", "speakers", ["putin"]),
    ("P7", "putin-justice", "to", ["xi"]),
    ("P7", "putin-justice", "date", "2024-05-16"),
    ("P8a", "honour-guard", "kind", "ceremony"),
    ("P8a", "honour-guard", "participants", ["xi", "putin"]),
    ("P8a", "honour-guard", "place", "Beijing"),
    ("P8a", "honour-guard", "date", "2024-05-16?"),
    ("P8a", "honour-guard", "status", "held"),
    ("P8a", "wire", "mentions.Valdimir Putin", "putin"),
    ("P8b", "talks", "kind", "talks"),
    ("P8b", "talks", "participants", ["putin", "xi"]),
    ("P8b", "talks", "place", "Beijing"),
    ("P8b", "talks", "status", "ongoing"),
    ("P8b", "talks", "date", "2024-05-16/2024-05-17"),
    ("P8b", "talks", "visit", "beijing-2024"),
    ("P8c", "wire", "credits", ["AP PHOTO"]),
    ("P9a", "blinken-2024", "relative", [["before", "beijing-2024", "weeks"]]),
    ("P9a", "blinken-2024", "evidence.1", "comes weeks after ... Blinken flew into China"),
    ("P9a", "blinken", "name", "Antony Blinken"),
    ("P9a", "blinken", "country", "USA"),
    ("P9a", "blinken", "offices.0.role", "foreign-minister"),
    ("P9a", "blinken", "offices.0.title", "Secretary of State"),
    ("P9a", "blinken", "offices.0.of", "USA"),
    ("P9b", "blinken-2024", "purpose.1.act", "concern"),
    ("P9b", "blinken-2024", "purpose.1.targets", ["CHN"]),
    ("P9b", "blinken-2024", "purpose.1.concerning", ["RUS"]),
    ("P9b", "blinken-2024", "purpose.1.topics", ["military-support"]),
    ("P9b", "blinken-2024", "purpose.1.distanced", True),
    ("P9b", "blinken-support-claim", "speakers", ["blinken"]),
    ("P9b", "blinken-support-claim", "text", "China backs Russia's forces."),
    ("P9b", "blinken-support-claim", "voice", "reported"),
    ("P9b", "blinken-support-claim", "distanced", True),
    ("P9b", "blinken-support-claim", "concerning", ["CHN", "RUS"]),
    ("P9b", "blinken-support-claim", "date", "2024-04"),
    ("P9c", "blinken-sanctions", "speakers", ["blinken"]),
    ("P9c", "blinken-sanctions", "voice", "reported"),
    ("P9c", "blinken-sanctions", "date", "2024-05-15"),
    ("P9c", "blinken-sanctions", "inferred", {"date": "derived"}),
    ("P9c", "blinken-sanctions", "relative", [["before", "beijing-2024", "1 day"]]),
    ("P9c", "blinken-sanctions", "targets", ["russian-defence-suppliers"]),
    ("P9c", "blinken-sanctions", "visit", None),
    ("P9c", "blinken-sanctions", "about", ["us-sanctions"]),
    ("P9c", "us-sanctions", "kind", "sanction"),
    ("P9c", "us-sanctions", "status", "planned"),
    ("P9c", "us-sanctions", "actors", ["USA"]),
    ("P9c", "us-sanctions", "note", "They would continue, so earlier ones are presupposed."),
    ("P9c", "russian-defence-suppliers", "country", "CHN"),
    ("P10a", "blinken-failed", "about", ["blinken-2024", "no-limits-2022"]),
    ("P10a", "blinken-failed", "hedged", True),
    ("P10a", "blinken-failed", "by", "source"),
    (
        "P10a",
        "blinken-failed",
        "text",
        "Blinken's journey was meant to weaken the partnership of 2022, and failed.",
    ),
    ("P10b", "no-limits-2022/no-limits", "quoted", ["no limits"]),
    ("P10b", "no-limits-2022/no-limits", "distanced", True),
    ("P10b", "no-limits-2022/no-limits", "date", "2022-02"),
    ("P10b", "no-limits-2022/no-limits", "parties", ["CHN", "RUS"]),
    ("P10c", "beijing-2022", "guests", ["putin"]),
    ("P10c", "beijing-2022", "country", "CHN"),
    ("P10c", "beijing-2022", "place", "Beijing"),
    ("P10c", "beijing-2022", "date", "2022-02"),
    ("P10c", "beijing-2022", "status", "held"),
    ("P10c", "no-limits-2022", "visit", "beijing-2022"),
    ("P10c", "no-limits-2022", "date", "2022-02"),
    ("P10d", "invasion-2022", "kind", "assault"),
    ("P10d", "invasion-2022", "actors", ["RUS"]),
    ("P10d", "invasion-2022", "targets", ["UKR"]),
    ("P10d", "invasion-2022", "date", "2022-02"),
    ("P10d", "invasion-2022", "relative", [["after", "no-limits-2022", "days"]]),
    ("P10d", "invasion-2022", "quantity", "tens of thousands of troops"),
    ("P10e", "war-in-ukraine", "kind", "war"),
    ("P10e", "war-in-ukraine", "caused_by", ["invasion-2022"]),
    ("P10e", "war-in-ukraine", "status", "ongoing"),
    (
        "P10e",
        "war-in-ukraine",
        "title",
        "War in Ukraine, the deadliest on land in Europe since the Second World War",
    ),
    ("P11a", "beijing-2024", "evidence.3", "his first foreign trip since being sworn-in"),
    ("P11a", "beijing-2024", "first_since", "inauguration-2024"),
    ("P11b", "putin", "offices.0.term", "2024-05/2030"),
    ("P11b", "putin", "offices.0.end", "[2030..]"),
    ("P11b", "inauguration-2024", "title", "Putin is sworn in for a new six-year term"),
    (
        "P11b",
        "inauguration-2024",
        "evidence.1",
        "being sworn-in this month ... until at least 2030",
    ),
    ("P11c", "putin-message", "about", ["beijing-2024", "personal-ties"]),
    ("P11c", "putin-message", "by", "source"),
    (
        "P11c",
        "putin-message",
        "text",
        (
            "That China comes first among his journeys shows the world what Putin holds important, "
            "and how close he is to Xi."
        ),
    ),
    ("P11c", "personal-ties", "actors", ["putin", "xi"]),
    ("P11c", "personal-ties", "presupposed", True),
    ("P12a", "strategic-deepening", "about", ["joint-2024"]),
    ("P12a", "strategic-deepening", "by", "unnamed"),
    (
        "P12a",
        "strategic-deepening",
        "text",
        "The joint statement takes the strategic relationship further.",
    ),
    ("P12b", "joint-2024/defence-cooperation", "act", "affirm"),
    ("P12b", "joint-2024/defence-cooperation", "topics", ["defence-cooperation"]),
    ("P12b", "joint-2024/defence-cooperation", "position", "for"),
    ("P12c", "joint-2024/military-ties", "act", "pledge"),
    ("P12c", "joint-2024/military-ties", "topics", ["defence-cooperation"]),
    ("P12c", "joint-2024/military-ties", "position", "for"),
    (
        "P12c",
        "joint-2024/military-ties",
        "text",
        "The two armed forces will work together more.",
    ),
    ("P13a", "joint-2024/asset-seizure", "act", "condemn"),
    ("P13a", "joint-2024/asset-seizure", "targets", []),
    ("P13a", "joint-2024/asset-seizure", "topics", ["asset-seizure"]),
    ("P13a", "joint-2024/asset-seizure", "position", "against"),
    ("P13b", "asset-target", "about", ["joint-2024/asset-seizure", "asset-plans"]),
    ("P13b", "asset-target", "implied_targets", ["west"]),
    ("P13b", "asset-plans", "actors", ["west"]),
    ("P13b", "asset-plans", "targets", ["RUS"]),
    ("P13b", "asset-plans", "beneficiaries", ["UKR"]),
    ("P13b", "asset-plans", "status", "planned"),
    (
        "P13b",
        "asset-plans",
        "title",
        "Plans to give Ukraine what Russia's frozen assets earn, or the assets themselves",
    ),
    ("P13c", "assets-frozen", "kind", "state-of-affairs"),
    ("P13c", "assets-frozen", "presupposed", True),
    ("P13c", "assets-frozen", "targets", ["RUS"]),
    ("P13c", "assets-frozen", "date", "[..2024-05-16]"),
    ("P13c", "assets-frozen", "relative", [["before", "joint-2024", None]]),
    ("P14a", "xi-settlement", "speakers", ["xi"]),
    ("P14a", "xi-settlement", "claims_for", ["CHN", "RUS"]),
    ("P14a", "xi-settlement", "confirmed_by", []),
    ("P14a", "xi-settlement", "act", "affirm"),
    ("P14a", "xi-settlement", "topics", ["ukraine", "ukraine-settlement"]),
    ("P14a", "xi-settlement", "position", "for"),
    ("P14a", "xi-settlement", "text", "The way out of the Ukraine crisis is a political one."),
    ("P14b", "xi-settlement", "quoted", ["right direction"]),
    ("P14b", "xi-settlement", "voice", "mixed"),
    ("P14c", "joint-2024/no-prolongation", "act", "oppose"),
    (
        "P14c",
        "joint-2024/no-prolongation",
        "topics",
        ["ukraine", "ukraine-prolongation", "ukraine-escalation"],
    ),
    ("P14c", "joint-2024/no-prolongation", "parties", ["CHN", "RUS"]),
    ("P14c", "joint-2024/no-prolongation", "by", []),
    ("P15a", "beijing-2024", "guests", ["putin"]),
    ("P15a", "beijing-2024", "date", "2024-05-16/2024-05-17"),
    ("P15a", "beijing-2024", "status", "ongoing"),
    ("P15a", "beijing-2024", "country", "CHN"),
    ("P15a", "beijing-2024", "hosts", ["xi"]),
    ("P15a", "beijing-2024", "evidence.0", "Putin, who arrived on Thursday ... two-day visit"),
    ("P15b", "beijing-2024", "agenda", ["ukraine", "asia", "energy", "trade"]),
    ("P15c", "putin-thanks-china", "speakers", ["putin"]),
    ("P15c", "putin-thanks-china", "act", "thank"),
    ("P15c", "putin-thanks-china", "targets", ["CHN"]),
    ("P15c", "putin-thanks-china", "voice", "reported"),
    ("P15c", "putin-thanks-china", "about", ["china-mediation"]),
    ("P15c", "china-mediation", "actors", ["CHN"]),
    ("P15c", "china-mediation", "presupposed", True),
    ("P15d", "putin-briefing-pledge", "act", "pledge"),
    ("P15d", "putin-briefing-pledge", "concerning", ["xi"]),
    ("P15d", "putin-briefing-pledge", "due", "2024-05-17"),
    ("P15d", "putin-briefing-pledge", "outcome", "pending"),
    ("P15d", "briefing", "kind", "briefing"),
    ("P15d", "briefing", "status", "planned"),
    ("P15d", "briefing", "participants", ["putin", "xi"]),
    ("P15d", "briefing", "topics", ["ukraine"]),
    ("P15d", "briefing", "fulfils", ["putin-briefing-pledge"]),
    ("P15d", "briefing", "relative", [["after", "putin-briefing-pledge", None]]),
    ("P15d", "briefing", "date", "[2024-05-16..2024-05-17]"),
    ("P15e", "russian-advance", "kind", "state-of-affairs"),
    ("P15e", "russian-advance", "title", "Russian forces advance on several fronts in Ukraine"),
    ("P15e", "russian-advance", "actors", ["RUS"]),
    ("P15e", "russian-advance", "targets", ["UKR"]),
    ("P15e", "russian-advance", "date", "2024-05"),
    ("P15e", "russian-advance", "status", "ongoing"),
    ("P15e", "russian-advance", "presupposed", False),
    ("P16a", "initial-talks", "kind", "talks"),
    ("P16a", "initial-talks", "participants", ["putin", "xi"]),
    ("P16a", "initial-talks", "status", "held"),
    ("P16a", "initial-talks", "date", "2024-05-16"),
    ("P16a", "putin-warm-talks", "about", ["initial-talks"]),
    ("P16b", "putin-warm-talks", "quoted", ["warm and comradely"]),
    ("P16b", "putin-warm-talks", "voice", "mixed"),
    ("P16b", "putin-warm-talks", "speakers", ["putin"]),
    ("P16b", "putin-warm-talks", "act", "praise"),
    (
        "P16c",
        "putin-sectors",
        "topics",
        ["nuclear-energy", "energy", "food-supplies", "car-manufacturing"],
    ),
    ("P16c", "putin-sectors", "topics_open", True),
    ("P16c", "putin-sectors", "voice", "reported"),
    (
        "P16c",
        "putin-sectors",
        "text",
        "Russia and China grow closer in several sectors, Chinese car plants in Russia among them.",
    ),
    ("P16c", "sector-ties", "kind", "state-of-affairs"),
    ("P16c", "sector-ties", "status", "ongoing"),
    ("P17a", "tea-and-dinner", "kind", "informal"),
    ("P17a", "tea-and-dinner", "status", "planned"),
    ("P17a", "tea-and-dinner", "participants", ["xi", "putin"]),
    ("P17a", "tea-and-dinner", "date", "2024-05-16"),
    ("P17a", "tea-and-dinner", "delegation.0.group", "senior officials of both sides"),
    ("P17a", "tea-and-dinner", "delegation.0.of", ["CHN", "RUS"]),
    ("P17b", "informal-talks-key", "about", ["tea-and-dinner", "beijing-2024"]),
    ("P17b", "informal-talks-key", "by", "unnamed"),
    (
        "P17b",
        "informal-talks-key",
        "text",
        "The informal talks will matter most of the whole visit.",
    ),
    ("P18a", "beijing-2024", "delegation.0.leader", "belousov"),
    ("P18a", "belousov", "name", "Andrei Belousov"),
    ("P18a", "belousov", "offices.0.role", "defence-minister"),
    ("P18a", "belousov", "offices.0.start", "2024-05-14"),
    ("P18a", "belousov", "offices.0.inferred", {"start": "world-knowledge"}),
    ("P18a", "belousov-appointment", "kind", "appointment"),
    ("P18a", "belousov-appointment", "date", "[..2024-05-16]"),
    ("P18b", "beijing-2024", "delegation.1.leader", "lavrov"),
    ("P18b", "lavrov", "name", "Sergei Lavrov"),
    ("P18b", "lavrov", "offices.0.role", "foreign-minister"),
    ("P18b", "lavrov", "offices.0.as_of", "2024-05-16"),
    ("P18c", "beijing-2024", "delegation.2.leader", "shoigu"),
    ("P18c", "shoigu", "name", "Sergei Shoigu"),
    ("P18c", "shoigu", "offices.0.role", "security-secretary"),
    ("P18c", "shoigu", "offices.0.title", "Security Council Secretary"),
    ("P18c", "shoigu", "offices.0.as_of", "2024-05-16"),
    ("P18d", "beijing-2024", "delegation.3.leader", "ushakov"),
    ("P18d", "ushakov", "name", "Yuri Ushakov"),
    ("P18d", "ushakov", "offices.0.role", "adviser"),
    ("P18d", "ushakov", "offices.0.title", "Kremlin foreign policy adviser"),
    ("P18d", "ushakov", "offices.0.as_of", "2024-05-16"),
    ("P18e", "beijing-2024", "delegation.4.group", "Russia's most powerful CEOs"),
    ("P18e", "beijing-2024", "delegation.4.of", ["RUS"]),
    ("P18e", "beijing-2024", "delegation.4.status", "planned"),
    (
        "P18e",
        "beijing-2024",
        "note",
        (
            'The delegation "will also attend": the source leaves open whether the informal chats '
            "or the visit as a whole."
        ),
    ),
]

THE_59 = {
    "H1", "P1a", "P1b", "P1c", "P1d", "P1e", "P2a", "P2b", "P2c", "P2d",
    "P2e", "P3", "P3t", "P4", "P5a", "P5b", "P5c", "P6a", "P6b", "P6c",
    "P7", "P8a", "P8b", "P8c", "P9a", "P9b", "P9c", "P10a", "P10b", "P10c",
    "P10d", "P10e", "P11a", "P11b", "P11c", "P12a", "P12b", "P12c", "P13a", "P13b",
    "P13c", "P14a", "P14b", "P14c", "P15a", "P15b", "P15c", "P15d", "P15e", "P16a",
    "P16b", "P16c", "P17a", "P17b", "P18a", "P18b", "P18c", "P18d", "P18e",
}  # fmt: skip


@pytest.fixture(scope="module")
def d() -> Dossier:
    """The article's dossier."""
    return bl.load(ARTICLE)


@pytest.fixture(scope="module")
def paragraphs() -> list[str]:
    """The article's own paragraphs."""
    return [line for line in TEXT.read_text(encoding="utf-8").splitlines() if line]


def plain(value: Any) -> Any:
    """A value as the table writes it: records by short id, dates and gaps by their text."""
    match value:
        case tuple():
            return [plain(item) for item in value]
        case dict():
            return {key: plain(item) for key, item in value.items()}
        case Record():
            return value.local_id
        case Relative():
            return ["before" if value.before else "after", plain(value.anchor), plain(value.by)]
        case Evidence():
            return value.words
        case Edtf() | Gap():
            return value.text
        case str():
            return str(value).removeprefix(f"{ARTICLE.stem}:")
    return value


def ask(record: Any, path: str) -> Any:
    """The value at a dotted path into a record."""
    value = record
    for step in path.split("."):
        if isinstance(value, tuple):
            value = value[int(step)]
        elif isinstance(value, dict):
            value = value[step]
        else:
            value = getattr(value, step)
    return plain(value)


@pytest.mark.parametrize(
    ("record", "path", "expected"),
    [pytest.param(*row[1:], id=f"{row[0]}-{row[1]}-{row[2]}") for row in TABLE],
)
def test_fact(d: Dossier, record: str, path: str, expected: Any) -> None:
    """Each fact of the article stands in its record as its value."""
    assert expected == ask(d[record], path)


def test_table_covers_the_facts() -> None:
    """The table asks for every one of the 59 facts, and for no other."""
    assert len(THE_59) == 59
    assert {fact for fact, *_ in TABLE} == THE_59


@pytest.mark.skipif(not FACTS.exists(), reason="the list of facts does not travel")
def test_the_59_are_those_of_the_list() -> None:
    """The facts of the table are those of the list that they were taken from."""
    rows = FACTS.read_text(encoding="utf-8").splitlines()[1:]
    assert {row.partition("\t")[0] for row in rows} == THE_59


def test_no_problems() -> None:
    """The file has no problem, not even a warning."""
    assert bl.check(ARTICLE) == ()


def test_round_trip(d: Dossier) -> None:
    """What is dumped stands alone and loads as the same dossier."""
    assert bl.loads(bl.dumps(d)) == d


def test_every_actor_and_topic_of_the_archive_is_there(d: Dossier) -> None:
    """The archive beside the file is found without being named."""
    assert [country.id for country in d.countries] == ["CHN", "RUS", "USA", "UKR"]
    assert {topic.broader for topic in d.topics if topic.broader} <= {
        topic.id for topic in d.topics
    }


def test_what_xi_claims_for_both_is_not_russias_word(d: Dossier) -> None:
    """'Xi said both sides agreed' stands on Xi's side alone, and yet within the dyad."""
    claims = [d.statements[id] for id in ("xi-settlement", "xi-eye-to-eye", "xi-resist-pressure")]
    words = {claim.text for claim in claims}
    for claim in claims:
        assert [speaker.id for speaker in claim.speakers] == ["xi"]
        assert claim not in d.statements.where(speakers="putin")
        assert claim not in d.statements.where(speakers="RUS")
        assert claim in d.relation("CHN", "RUS").statements
    assert not words & {clause.text for clause in d.clauses}
    assert "ukraine-settlement" not in {topic.id for c in d.clauses for topic in c.topics}


def test_both_speakers_of_the_lead(d: Dossier) -> None:
    """What the article gives to both leaders stands on both sides."""
    for id in ("leaders-condemn-us", "leaders-pledge-ties"):
        assert d.statements[id] in d.statements.where(speakers="xi")
        assert d.statements[id] in d.statements.where(speakers="putin")


def test_blinken_travelled_once(d: Dossier) -> None:
    """The journey that the article mentions three times is one visit with three evidences."""
    (journey,) = d.visits.where(guests="blinken")
    assert journey == d.visits["blinken-2024"]
    assert [piece.words for piece in journey.evidence] == [
        "whose top diplomat flew into China in April",
        "comes weeks after ... Blinken flew into China",
        "Blinken's China trip",
    ]


def test_when_blinken_travelled(d: Dossier) -> None:
    """April 2024 may cover the 26th and surely comes before Putin's visit."""
    journey, visit = d.visits["blinken-2024"].date, d.visits["beijing-2024"].date
    assert journey is not None
    assert visit is not None
    assert journey.overlaps("2024-04-26") is Certainty.POSSIBLE
    assert journey.before(visit) is Certainty.CERTAIN
    assert visit.before(journey) is Certainty.NO


def test_implied_targets_are_in_readings_only(d: Dossier) -> None:
    """The West is a target where it is named; where it is implied, a reading says so."""
    assert [r.local_id for r in d.readings.where(implied_targets="west")] == ["asset-target"]
    assert not d.clauses.where(targets="west")
    assert [s.local_id for s in d.statements.where(targets="west")] == ["xi-resist-pressure"]


def test_the_dyad(d: Dossier) -> None:
    """China and Russia have two visits and two declarations; the American's trip is not theirs."""
    relation = d.relation("CHN", "RUS")
    assert [visit.local_id for visit in relation.visits] == ["beijing-2024", "beijing-2022"]
    assert [paper.local_id for paper in relation.declarations] == ["joint-2024", "no-limits-2022"]
    assert len(relation.meetings) == 5
    assert [visit.local_id for visit in d.relation("USA", "CHN").visits] == ["blinken-2024"]


def evidences(value: Any) -> Iterator[str]:
    """All evidence in words of a record, its purposes and its delegates."""
    for field in attrs.fields(type(value)):
        items = getattr(value, field.name)
        for item in items if isinstance(items, tuple) else ():
            if isinstance(item, Evidence):
                if item.words is not None:
                    yield item.words
            elif attrs.has(type(item)) and not isinstance(item, Record):
                yield from evidences(item)


def stands_in(words: str, paragraph: str) -> bool:
    """Whether the pieces stand in the paragraph in order, with at most 300 characters skipped."""
    pieces = [re.escape(piece) for piece in words.split(" ... ")]
    return re.search(".{0,300}?".join(pieces), paragraph) is not None


@needs_text
def test_evidence_is_verbatim(d: Dossier, paragraphs: list[str]) -> None:
    """Every evidence stands in the article, in one paragraph, with two words beside each cut."""
    found = [words for record in d for words in evidences(record)]
    assert len(found) > 60
    for words in found:
        pieces = words.split(" ... ")
        assert len(pieces) == 1 or all(len(piece.split()) >= 2 for piece in pieces), words
        assert any(stands_in(words, paragraph) for paragraph in paragraphs), words


def test_evidence_is_short(d: Dossier) -> None:
    """The article's prose stays out: no piece of evidence has more than eight words."""
    pieces = [p for record in d for words in evidences(record) for p in words.split(" ... ")]
    assert [piece for piece in pieces if len(piece.split()) > 8] == []


@needs_text
def test_quotations_are_verbatim(d: Dossier, paragraphs: list[str]) -> None:
    """Direct words and quoted fragments stand in the article after a quotation mark."""
    spoken: list[Words] = [*d.statements, *d.clauses]
    quotations = [fragment for words in spoken for fragment in words.quoted]
    quotations += [
        said.text for said in spoken if isinstance(said, Statement) and said.voice == "direct"
    ]
    assert len(quotations) == 6
    for quotation in quotations:
        assert any(f'"{quotation}' in paragraph for paragraph in paragraphs), quotation


@needs_text
def test_the_hash_is_that_of_the_text(d: Dossier) -> None:
    """The source's hash names the very text that was coded."""
    assert d.sources["wire"].sha256 == hashlib.sha256(TEXT.read_bytes()).hexdigest()


@needs_text
def test_all_that_is_cited_stands_in_the_text(d: Dossier) -> None:
    """Every quote, fragment and piece of evidence is found; the text is the one that was coded."""
    found = bl.verify(d, {"wire": TEXT})
    assert "" == "\n".join(map(str, found.problems))
    assert 71 == len(found)
    assert found.verified


@needs_text
def test_every_sentence_is_cited(d: Dossier) -> None:
    """No sentence of the article is left out, and much of it is cited word for word."""
    (covered,) = bl.coverage(d, {"wire": TEXT}).sources
    assert (20, 20) == (len(covered.sentences), len(covered.cited))
    assert (663, 538) == (covered.words, covered.cited_words)


def test_what_follows_from_relative_dates(d: Dossier) -> None:
    """What came before what is certain, with the source's words for it; nothing is made exact."""
    moments = bl.timeline(d)
    found = moments.order("blinken-2024", "beijing-2024")
    assert bl.Precedence.BEFORE is found.relation
    assert ["blinken-2024 is weeks before beijing-2024 (stated)"] == list(map(str, found.chain))
    found = moments.order("invasion-2022", "no-limits-2022")
    assert bl.Precedence.AFTER is found.relation
    assert {"2022-02"} == {str(found.first.date), str(found.second.date)}
    end = d.leaders["putin"].offices[0].end
    assert end
    assert (bl.Day(2030, 1, 1), None) == (end.earliest, end.latest)


@pytest.mark.parametrize("date", [None, "2024-05-15"])
def test_when_blinken_spoke_of_sanctions(d: Dossier, date: str | None) -> None:
    """His remark is of the day before the visit, by way of the visit, coded as such or not."""
    remark = attrs.evolve(d.statements["blinken-sanctions"], date=bl.Edtf(date) if date else None)
    others = [each for each in d.statements if each.id != remark.id]
    dossier = attrs.evolve(d, statements=bl.Records(bl.Statement, [*others, remark]))
    found = bl.timeline(dossier).bounds("blinken-sanctions")
    days = {limit.day for limit in (*found.starts, *found.ends)}
    assert {bl.Day(2024, 5, 15)} == days
    assert bl.Grounds.DERIVED is found.ends[1].grounds
    assert [
        "beijing-2024 is dated 2024-05-16/2024-05-17 (stated)",
        "blinken-sanctions is 1 day before beijing-2024 (stated)",
    ] == list(map(str, found.ends[1].chain))


def test_a_record_that_is_moved(d: Dossier) -> None:
    """Were his remark of another day, the records that contradict are named."""
    remark = attrs.evolve(d.statements["blinken-sanctions"], date=bl.Edtf("2024-05-16"))
    others = [each for each in d.statements if each.id != remark.id]
    dossier = attrs.evolve(d, statements=bl.Records(bl.Statement, [*others, remark]))
    assert () == bl.contradictions(d)
    (problem,) = bl.contradictions(dossier)
    assert (
        "dates contradict: blinken-sanctions is dated 2024-05-16 (inferred: derived); "
        "blinken-sanctions is 1 day before beijing-2024 (stated); beijing-2024 is dated "
        "2024-05-16/2024-05-17 (stated)" == problem.message
    )
