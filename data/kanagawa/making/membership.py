"""Who joins which collaboration: clustered by area and theme, heavy-tailed, with what is planted."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from data.kanagawa.making.draft import lots, words
from data.kanagawa.making.organisations import Organisation

_TOTAL = 180
_DRAW = 15  # of the draws tried, one in which all that is planted stands out
_SIZES = {2: 36, 3: 29, 4: 18, 5: 6, 6: 4, 7: 3, 8: 2, 9: 2}
_LARGE = (22, 14, 10)
_CROSSINGS = (
    ("yokohama", "kawasaki", 8), ("kawasaki", "sagamihara", 7), ("sagamihara", "keno", 8), ("shonan", "kensei", 8),
)  # fmt: skip
_LIKES_THEME = 3.0
_LIKES_NEIGHBOUR = 2.0
_HUBS = 6


@dataclass(frozen=True)
class Group:
    """The members of one collaboration, the one that leads it first.

    Attributes
    ----------
    theme
        What brought them together.
    lasting
        Whether something planted hangs on it, so that it must not end.
    """

    area: str
    theme: str
    members: tuple[Organisation, ...]
    lasting: bool = False


def make_groups(organisations: Sequence[Organisation]) -> list[Group]:
    """Return the members of all collaborations."""
    rng = lots(f"membership {_DRAW}")
    planted = [
        *_bridges(organisations, rng),
        *_outlying(organisations, rng),
        *_crossings(organisations, rng),
        *_secretariat(organisations, rng),
    ]
    cores = {area: _core(organisations, area) for area in words("areas")}
    return [*planted, *_inside(cores, _TOTAL - len(planted), rng)]


def _core(organisations: Iterable[Organisation], area: str) -> list[Organisation]:
    return [o for o in organisations if o.area == area and o.role in ("core", "bridging", "singlePoint")]


def _inside(cores: dict[str, list[Organisation]], total: int, rng: random.Random) -> list[Group]:
    """Collaborations within one area: a few large ones, many small ones, everyone in at least one."""
    everyone = sum(map(len, cores.values()))
    groups: list[Group] = []
    themes: Counter[str] = Counter()
    for number, (area, core) in enumerate(cores.items()):
        last = number == len(cores) - 1
        wanted = total - len(groups) if last else round(total * len(core) / everyone)
        large = [min(size, len(core) // 2) for size in _LARGE[: 3 if len(core) > 40 else 2]]
        small = rng.choices(list(_SIZES), list(_SIZES.values()), k=wanted - len(large))
        groups += _without_strangers(core, [_group(area, core, size, themes, rng) for size in [*large, *small]], rng)
    return groups


def _group(area: str, core: Sequence[Organisation], size: int, themes: Counter[str], rng: random.Random) -> Group:
    """One collaboration; every other time on that theme of the leader's which the fewest others have."""
    lead = _draw(core, lambda _: 1.0, 1, rng)[0]
    theme = rng.choice(lead.themes) if rng.random() < 0.5 else min(lead.themes, key=lambda t: themes[t])
    themes[theme] += 1
    others = [o for o in core if o is not lead]

    def liking(o: Organisation) -> float:
        return (_LIKES_THEME if theme in o.themes else 1.0) * (_LIKES_NEIGHBOUR if o.root == lead.root else 1.0)

    return Group(area, theme, (lead, *_draw(others, liking, size - 1, rng)))


def _without_strangers(core: Sequence[Organisation], groups: list[Group], rng: random.Random) -> list[Group]:
    """Let those in no collaboration join one, of their theme if there is one."""
    joined = {o.id for group in groups for o in group.members}
    for o in core:
        if o.id not in joined:
            fit = [n for n, group in enumerate(groups) if group.theme in o.themes] or range(len(groups))
            number = rng.choice(fit)
            group = groups[number]
            groups[number] = Group(group.area, group.theme, (*group.members, o))
    return groups


def _bridges(organisations: Sequence[Organisation], rng: random.Random) -> list[Group]:
    """The bridging organisations, each with two of the most active of every area that it reaches."""
    groups = []
    for o in organisations:
        for number, area in enumerate(o.actor.reaches if o.actor else ()):
            theme = o.themes[number % len(o.themes)]
            groups.append(Group(area, theme, (o, *rng.sample(hubs(organisations, area), 2)), lasting=True))
    return groups


def hubs(organisations: Iterable[Organisation], area: str) -> list[Organisation]:
    """Return the most active organisations of an area, none of them of the plan."""
    usual = [o for o in _core(organisations, area) if o.role == "core"]
    return sorted(usual, key=lambda o: (-o.activity, o.id))[:_HUBS]


def _outlying(organisations: Sequence[Organisation], rng: random.Random) -> list[Group]:
    """The groups that hang on a single point of failure."""
    groups = []
    for point in organisations:
        if point.role != "singlePoint" or point.actor is None:
            continue
        held = [o for o in organisations if o.role == "outlying" and o.home in point.actor.holds]
        rng.shuffle(held)
        half = len(held) // 2
        together = (held, held[: half + 1], [point, *held[:half]], [point, *held[half:]])
        groups += [Group(point.area, rng.choice(them[0].themes), tuple(them), lasting=True) for them in together]
    return groups


def _crossings(organisations: Sequence[Organisation], rng: random.Random) -> list[Group]:
    """The few others that cross areas: one organisation in a larger collaboration next door."""
    groups = []
    for home, next_door, size in _CROSSINGS:
        guest = rng.choice([o for o in _core(organisations, home) if o.role == "core"])
        hosts = rng.sample([o for o in _core(organisations, next_door) if o.role == "core"], size)
        groups.append(Group(next_door, rng.choice(hosts[0].themes), (*hosts, guest)))
    return groups


def _secretariat(organisations: Sequence[Organisation], rng: random.Random) -> list[Group]:
    office = next(o for o in organisations if o.role == "secretariat")
    near = [o for o in _core(organisations, office.area) if o.role == "core"]
    return [
        Group(office.area, theme, (office, *rng.sample(near, size)))
        for theme, size in zip(office.themes, (6, 4, 3), strict=True)
    ]


def _draw(
    candidates: Sequence[Organisation], liking: Callable[[Organisation], float], count: int, rng: random.Random
) -> list[Organisation]:
    """Draw `count` different organisations, the active ones more readily."""
    left = list(candidates)
    drawn = []
    for _ in range(min(count, len(left))):
        chosen = rng.choices(left, [o.activity * liking(o) for o in left])[0]
        left.remove(chosen)
        drawn.append(chosen)
    return drawn


def partners(groups: Iterable[Group]) -> dict[str, set[str]]:
    """Return with whom each organisation shares a collaboration."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for group in groups:
        ids = [o.id for o in group.members]
        for identifier in ids:
            found[identifier].update(other for other in ids if other != identifier)
    return dict(found)
