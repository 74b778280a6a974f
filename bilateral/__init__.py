"""Typed, checked and citable records of what two states said, signed and did.

>>> import bilateral as bl
>>> d = bl.load("examples/xi-putin-beijing-2024.yaml")
>>> d.leaders["putin"].country.name
'Russia'
"""

from bilateral import export
from bilateral.analysis.citations import CitationKind
from bilateral.analysis.compare import compare
from bilateral.analysis.comparison import Comparison, TopicComparison, Verdict
from bilateral.analysis.consistency import consistency
from bilateral.analysis.contradictions import contradictions
from bilateral.analysis.coverage import coverage
from bilateral.analysis.covered import (
    CitedBy,
    Coverage,
    CoveredSentence,
    Layer,
    SourceCoverage,
)
from bilateral.analysis.explanations import Explanation, Grounds, Limit, Link
from bilateral.analysis.findings import Finding, Findings, FindingStatus
from bilateral.analysis.moments import Moment, MomentKind
from bilateral.analysis.precedence import Ordering, Precedence
from bilateral.analysis.sequels import First, Lull, Sequel
from bilateral.analysis.texts.nearest import Change, Nearest
from bilateral.analysis.texts.source_text import sha256
from bilateral.analysis.timeline import Timeline, timeline
from bilateral.analysis.verify import verify
from bilateral.checking import check, checks
from bilateral.dates import Bound, Certainty, Day, Edtf, EdtfError
from bilateral.errors import (
    AmbiguousIdError,
    BilateralError,
    LoadError,
    Place,
    Problem,
    RecordError,
    Severity,
    UnknownIdError,
)
from bilateral.format.dumping import dump, dumps
from bilateral.format.limits import Limits
from bilateral.format.loading import load, loads
from bilateral.format.schema import schema
from bilateral.records.actors import Country, Leader, Membership, Office, Organization, Topic
from bilateral.records.collection import Records
from bilateral.records.dossier import Dossier, Relation
from bilateral.records.events import Event, Reading
from bilateral.records.gaps import Gap
from bilateral.records.record import Variable
from bilateral.records.sources import Article, Coding, Evidence, Relative, Source, Uncoded
from bilateral.records.visits import Delegate, Meeting, Purpose, Visit
from bilateral.records.words import Clause, JointDeclaration, Statement
from bilateral.vocabulary import (
    Act,
    Basis,
    CodingStatus,
    Confidence,
    CountryKind,
    DateBasis,
    EventKind,
    Interpreter,
    MeetingFormat,
    MeetingKind,
    OrganizationKind,
    Outcome,
    Plover,
    Position,
    Role,
    Scale,
    SourceKind,
    Status,
    Translation,
    VisitKind,
    Voice,
)

__all__ = [
    "Act",
    "AmbiguousIdError",
    "Article",
    "Basis",
    "BilateralError",
    "Bound",
    "Certainty",
    "Change",
    "CitationKind",
    "CitedBy",
    "Clause",
    "Coding",
    "CodingStatus",
    "Comparison",
    "Confidence",
    "Country",
    "CountryKind",
    "Coverage",
    "CoveredSentence",
    "DateBasis",
    "Day",
    "Delegate",
    "Dossier",
    "Edtf",
    "EdtfError",
    "Event",
    "EventKind",
    "Evidence",
    "Explanation",
    "Finding",
    "FindingStatus",
    "Findings",
    "First",
    "Gap",
    "Grounds",
    "Interpreter",
    "JointDeclaration",
    "Layer",
    "Leader",
    "Limit",
    "Limits",
    "Link",
    "LoadError",
    "Lull",
    "Meeting",
    "MeetingFormat",
    "MeetingKind",
    "Membership",
    "Moment",
    "MomentKind",
    "Nearest",
    "Office",
    "Ordering",
    "Organization",
    "OrganizationKind",
    "Outcome",
    "Place",
    "Plover",
    "Position",
    "Precedence",
    "Problem",
    "Purpose",
    "Reading",
    "RecordError",
    "Records",
    "Relation",
    "Relative",
    "Role",
    "Scale",
    "Sequel",
    "Severity",
    "Source",
    "SourceCoverage",
    "SourceKind",
    "Statement",
    "Status",
    "Timeline",
    "Topic",
    "TopicComparison",
    "Translation",
    "Uncoded",
    "UnknownIdError",
    "Variable",
    "Verdict",
    "Visit",
    "VisitKind",
    "Voice",
    "check",
    "checks",
    "compare",
    "consistency",
    "contradictions",
    "coverage",
    "dump",
    "dumps",
    "export",
    "load",
    "loads",
    "schema",
    "sha256",
    "timeline",
    "verify",
]
