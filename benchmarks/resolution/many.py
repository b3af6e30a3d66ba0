"""Many made-up names, and how long they take."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time

import pandas as pd

from loaders.municipalities import municipalities
from loaders.resolution import resolve

COUNT = 100_000
_FORMS = (
    "株式会社",
    "㈱",
    "特定非営利活動法人",
    "NPO法人",
    "社会福祉法人",
    "（福）",
    "一般社団法人",
    "(一社)",
    "公益財団法人",
    "",
)
_FIRST = "架空想像仮想夢幻未来希望青空若葉南風北斗東雲西海山川里浜森泉光和平"
_WORDS = (
    "福祉",
    "子育て支援",
    "文化振興",
    "環境",
    "見守り",
    "まちづくり",
    "国際交流",
    "生活支援",
    "就労支援",
    "居場所",
)
_LAST = ("会", "協会", "センター", "の会", "ネットワーク", "連絡協議会", "振興会", "財団", "クラブ", "研究所")


def names(count: int = COUNT) -> list[str]:
    """Return names of which some are spellings of one, always the same."""
    chosen = random.Random(1)
    places = [place.name for place in municipalities().values()]
    made: list[str] = []
    while len(made) < count:
        first = "".join(chosen.sample(_FIRST, chosen.choice((2, 3, 4))))
        core = chosen.choice(("", chosen.choice(places))) + first + chosen.choice(_WORDS) + chosen.choice(_LAST)
        made += [chosen.choice(_FORMS) + core for _ in range(chosen.choice((1, 1, 1, 2, 3)))]
    return made[:count]


def measure() -> tuple[float, float]:
    """Return the seconds that resolving takes, and the gigabytes of memory at most, in a process of its own."""
    done = subprocess.run([sys.executable, "-m", __name__], capture_output=True, text=True, check=True)
    seconds, gigabytes = json.loads(done.stdout)
    return seconds, gigabytes


def _main() -> None:
    import resource  # noqa: PLC0415 - not on Windows, where nothing else of this module needs it

    frame = pd.DataFrame({"id": [f"{number:06}" for number in range(COUNT)], "name": names()})
    begun = time.perf_counter()
    resolve(frame)
    seconds = time.perf_counter() - begun
    print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2]))


if __name__ == "__main__":
    _main()
