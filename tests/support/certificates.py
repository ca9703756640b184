"""Certificates for a test's server, made out to `localhost`, not to 127.0.0.1."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

AUTHORITY = "ca.pem"
SERVER = "server.pem"
SERVER_KEY = "server-key.pem"
#: An authority that has signed nothing.
STRANGER = "stranger.pem"
#: A server's certificate that only the server itself has signed.
SELF_SIGNED = "self-signed.pem"
SELF_SIGNED_KEY = "self-signed-key.pem"

_SIGNS = x509.KeyUsage(
    digital_signature=False,
    content_commitment=False,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    key_cert_sign=True,
    crl_sign=True,
    encipher_only=False,
    decipher_only=False,
)


def write(folder: Path) -> None:
    """Write an authority, a server's certificate with its key, and another authority."""
    key, authority = _authority("SalesDesk test authority")
    _save(folder / AUTHORITY, authority)
    _save(folder / STRANGER, _authority("Another authority")[1])
    server_key = ec.generate_private_key(ec.SECP256R1())
    names = x509.SubjectAlternativeName([x509.DNSName("localhost")])
    server = (
        _builder("localhost", authority.subject, server_key.public_key())
        .add_extension(names, critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key()), critical=False
        )
        .sign(key, hashes.SHA256())
    )
    _save(folder / SERVER, server)
    _save_key(folder / SERVER_KEY, server_key)


def write_self_signed(folder: Path) -> None:
    """Write a certificate for `localhost` as a server makes it for itself, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    names = x509.SubjectAlternativeName([x509.DNSName("localhost")])
    made = _builder("localhost", _name("localhost"), key.public_key())
    signed = made.add_extension(names, critical=False).sign(key, hashes.SHA256())
    _save(folder / SELF_SIGNED, signed)
    _save_key(folder / SELF_SIGNED_KEY, key)


def _save_key(path: Path, key: ec.EllipticCurvePrivateKey) -> None:
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.TraditionalOpenSSL,
            serialization.NoEncryption(),
        )
    )


def _authority(name: str) -> tuple[ec.EllipticCurvePrivateKey, x509.Certificate]:
    key = ec.generate_private_key(ec.SECP256R1())
    public = key.public_key()
    certificate = (
        _builder(name, _name(name), public)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(_SIGNS, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .sign(key, hashes.SHA256())
    )
    return key, certificate


def _builder(
    name: str, issuer: x509.Name, key: ec.EllipticCurvePublicKey
) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(_name(name))
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
    )


def _name(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _save(path: Path, certificate: x509.Certificate) -> None:
    path.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
