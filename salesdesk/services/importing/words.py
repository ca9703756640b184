"""Words of status, source, method and outcome in English and Indonesian, matched to ours."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.importing import Field

_L, _S, _M, _O = LeadSource, SalesStatus, Method, Outcome

#: Each of ours with the words, and groups of words, that say so; longer ones are tried first.
_SAID: Mapping[Field, Mapping[str, tuple[str, ...]]] = {
    Field.STATUS: {
        _S.COLD.value: ("cold", "dingin", "cool"),
        _S.WARM.value: ("warm", "hangat"),
        _S.HOT.value: ("hot", "panas"),
    },
    Field.SOURCE: {
        _L.EVENT_MARKETING.value: (
            "event marketing", "event", "events", "acara", "pameran", "expo", "exhibition",
            "bazaar", "bazar", "wedding fair", "trade show", "seminar", "roadshow",
        ),
        _L.CANVAS.value: (
            "canvas", "canvassing", "canvasing", "kanvas", "kanvasing", "door to door",
            "sales call", "cold call", "cold calling",
        ),
        _L.DIGITAL_MARKETING.value: (
            "digital marketing", "digital", "online", "instagram", "ig", "facebook", "fb", "meta",
            "tiktok", "youtube", "linkedin", "twitter", "google", "website", "web", "situs",
            "internet", "iklan", "ads", "ad", "seo", "sem", "sosmed", "medsos", "media sosial",
            "social media", "paid social", "organic social", "organic search", "paid search",
            "direct traffic", "email marketing", "landing page", "marketplace", "messenger", "msg",
            "audience network", "an",
        ),
        _L.REFERRAL.value: (
            "referral", "referrals", "referensi", "refrensi", "rujukan", "rekomendasi",
            "recommendation", "word of mouth", "mulut ke mulut", "teman", "friend", "kenalan",
            "saudara", "keluarga", "referred",
        ),
        _L.POS.value: ("pos", "kasir", "cashier", "point of sale"),
    },
    Field.CONTACT_METHOD: {
        _M.WHATSAPP.value: ("whatsapp", "whats app", "wa", "chat", "japri"),
        _M.CALL.value: (
            "call", "called", "phone", "phone call", "telepon", "telpon", "telefon", "telp",
            "tlp", "tlpn", "tel", "panggilan", "calling", "cold call",
        ),
        _M.VISIT.value: (
            "visit", "visited", "kunjungan", "berkunjung", "meeting", "meet", "tatap muka",
            "ketemu", "bertemu", "datang", "survey", "survei", "site visit", "offline",
        ),
    },
    Field.CONTACT_OUTCOME: {
        _O.UNSUCCESSFUL.value: (
            "unsuccessful", "failed", "fail", "gagal", "tidak", "tidak berhasil", "no",
            "no answer", "not answered", "unanswered", "unreachable", "missed", "no response",
            "tidak diangkat", "tdk diangkat", "tidak angkat", "tdk angkat", "ga diangkat",
            "gak diangkat", "nggak diangkat", "tidak dijawab", "tidak ada jawaban", "tdk respon",
            "no respon", "blm respon", "tidak tersambung", "nomor tidak aktif", "hp mati",
            "centang 1", "centang satu", "ceklis 1", "ceklis satu", "not picked up", "busy",
            "sibuk", "nada sibuk", "mailbox", "false", "tidak respon", "tidak merespon",
            "tidak ada respon", "tidak aktif", "tidak terhubung", "tidak bisa dihubungi",
            "tidak dapat dihubungi", "belum diangkat", "belum respon", "belum jawab",
            "belum dibalas", "tidak dibalas", "salah sambung", "wrong number", "voicemail",
            "not reached", "n",
        ),
        _O.SUCCESSFUL.value: (
            "successful", "success", "succeeded", "yes", "ok", "oke", "berhasil", "sukses", "ya",
            "answered", "diangkat", "dijawab", "dibalas", "terhubung", "tersambung", "respon",
            "merespon", "connected", "reached", "y", "true", "dihubungi", "deal", "closing",
            "closed", "minat", "berminat", "tertarik", "interested",
        ),
    },
}  # fmt: skip
#: Words that say nothing beside the one that counts.
_FILLERS = frozenset({
    "lead", "leads", "prospek", "prospect", "customer", "pelanggan", "status", "via", "by", "lewat",
    "dari", "from", "the", "a", "masuk", "keluar",
})  # fmt: skip
#: Words that turn another round: what is said with them is matched as a whole or not at all.
_TURNING = frozenset({
    "tidak", "tdk", "belum", "blm", "blom", "ga", "gak", "nggak", "ngga", "tak", "no", "not", "non",
    "bukan", "never", "tanpa",
})  # fmt: skip
_BY_WORD = {
    field: {word: value for value, words in said.items() for word in words}
    for field, said in _SAID.items()
}
#: A column has few words, and each line asks for its own.
_REMEMBERED = 2_048
_SIGNS = re.compile(r"[\W_]+")


def key(word: str) -> str:
    """What a word is matched and remembered by."""
    return " ".join(word.casefold().split())


@lru_cache(maxsize=_REMEMBERED)
def guessed(field: Field, word: str) -> str | None:
    """Our value for a word of the file; None: it says none of them, or several."""
    said = _BY_WORD.get(field)
    if said is None:
        return None
    values = {value.casefold(): value for value in _SAID[field]}
    whole = values.get(key(word))
    if whole is not None:
        return whole
    tokens = _plain(word).split()
    text = " ".join(tokens)
    if text in said:
        return said[text]
    kept = [one for one in tokens if one not in _FILLERS]
    if " ".join(kept) in said:
        return said[" ".join(kept)]
    if _TURNING.intersection(kept):
        return _longest(field, kept)
    found = {said[one] for one in kept if one in said}
    return found.pop() if len(found) == 1 else _longest(field, kept)


def _longest(field: Field, tokens: list[str]) -> str | None:
    """The value of a group of words that stands within, where all such groups agree."""
    text = f" {' '.join(tokens)} "
    found = {
        value for said, value in _BY_WORD[field].items() if " " in said and f" {said} " in text
    }
    return found.pop() if len(found) == 1 else None


def _plain(word: str) -> str:
    composed = unicodedata.normalize("NFKC", word).casefold()
    return _SIGNS.sub(" ", composed).strip()
