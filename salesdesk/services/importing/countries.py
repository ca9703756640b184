"""Countries as people write them beside a phone number, and the regions of their numbers."""

from __future__ import annotations

from collections.abc import Mapping

import phonenumbers

from salesdesk.services.importing.words import key

_NAMES: Mapping[str, tuple[str, ...]] = {
    "ID": ("indonesia",), "SG": ("singapore", "singapura"), "MY": ("malaysia",),
    "AU": ("australia",), "NZ": ("new zealand", "selandia baru"), "TH": ("thailand",),
    "PH": ("philippines", "filipina"), "VN": ("vietnam", "viet nam"), "BN": ("brunei",),
    "TL": ("timor leste", "timor-leste", "east timor"), "KH": ("cambodia", "kamboja"),
    "MM": ("myanmar",), "LA": ("laos",), "CN": ("china", "cina", "tiongkok"), "TW": ("taiwan",),
    "HK": ("hong kong", "hongkong"), "MO": ("macau", "macao"), "JP": ("japan", "jepang"),
    "KR": ("south korea", "korea selatan", "korea"), "IN": ("india",), "PK": ("pakistan",),
    "BD": ("bangladesh",), "LK": ("sri lanka",), "NP": ("nepal",),
    "AE": ("united arab emirates", "uae", "uni emirat arab"), "SA": ("saudi arabia", "arab saudi"),
    "QA": ("qatar",), "KW": ("kuwait",), "TR": ("turkey", "türkiye", "turki"),
    "EG": ("egypt", "mesir"),
    "ZA": ("south africa", "afrika selatan"), "NG": ("nigeria",), "KE": ("kenya",),
    "GB": ("united kingdom", "uk", "great britain", "england", "inggris", "britania raya"),
    "IE": ("ireland", "irlandia"), "DE": ("germany", "jerman", "deutschland"),
    "NL": ("netherlands", "belanda", "holland"), "BE": ("belgium", "belgia"),
    "FR": ("france", "prancis", "perancis"), "ES": ("spain", "spanyol"), "PT": ("portugal",),
    "IT": ("italy", "italia"), "CH": ("switzerland", "swiss"), "AT": ("austria",),
    "PL": ("poland", "polandia"), "CZ": ("czech republic", "czechia", "ceko"),
    "SE": ("sweden", "swedia"), "NO": ("norway", "norwegia"), "DK": ("denmark",),
    "FI": ("finland", "finlandia"), "RU": ("russia", "rusia"), "UA": ("ukraine", "ukraina"),
    "US": ("united states", "usa", "u.s.a.", "united states of america", "amerika serikat",
           "amerika"),
    "CA": ("canada", "kanada"), "MX": ("mexico", "meksiko"), "BR": ("brazil", "brasil"),
    "AR": ("argentina",),
}  # fmt: skip
_BY_NAME = {name: region for region, names in _NAMES.items() for name in names}


def region_of(text: str) -> str | None:
    """The region of a country's name, of its two letters or of its code, '+65'; None: unknown."""
    said = key(text)
    if said.upper() in phonenumbers.SUPPORTED_REGIONS:
        return said.upper()
    digits = said.removeprefix("+")
    if digits.isdigit():
        region = phonenumbers.region_code_for_country_code(int(digits))
        return region if region in phonenumbers.SUPPORTED_REGIONS else None
    return _BY_NAME.get(said)
