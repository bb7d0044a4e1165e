"""Provinces, districts and subdistricts of Thailand, by DOPA code or Thai name, from the package geothai."""

from dataclasses import dataclass
from functools import cache

import geothai


@dataclass(frozen=True)
class Area:
    """A province (two-digit code), district (four) or subdistrict (six) with its name in each language."""

    code: str
    th: str
    en: str

    def name(self, locale: str) -> str:
        """Return the name in a language."""
        return self.th if locale == "th" else self.en


@cache
def provinces() -> dict[str, Area]:
    """Return all 77 provinces by code."""
    return {p.code: Area(p.code, p.name_th, p.name_en) for p in geothai.provinces()}


@cache
def districts(province: str) -> dict[str, Area]:
    """Return the districts of a province by Thai name; empty for an unknown code."""
    return {d.name_th: Area(d.code, d.name_th, d.name_en) for d in geothai.districts(province)}


@cache
def subdistricts(district_code: str) -> dict[str, Area]:
    """Return the subdistricts of a district by Thai name; empty for an unknown code."""
    return {s.name_th: Area(s.code, s.name_th, s.name_en) for s in geothai.subdistricts(district_code)}
