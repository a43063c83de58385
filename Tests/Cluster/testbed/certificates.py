"""A certificate authority of the cluster's own, made by openssl.

Elliptic keys, because a dozen of them take a quarter of a second and RSA ones take several.
"""

import pathlib
import subprocess

# Long, because a certificate that ends within days is itself something to report.
DAYS = 7300
NEW_KEY = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]


def openssl(*arguments, directory=None):
    done = subprocess.run(["openssl", *map(str, arguments)], cwd=directory, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"openssl {arguments[0]} failed: {done.stderr.strip()}")


def make_authority(folder: pathlib.Path, name="ca"):
    openssl("req", "-x509", *NEW_KEY, "-days", DAYS, "-subj", f"/CN=testbed-{name}",
            "-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign,cRLSign",
            "-keyout", folder / f"{name}.key", "-out", folder / f"{name}.crt")


def issue(folder: pathlib.Path, name, subject, hosts=(), authority="ca", days=DAYS):
    """A certificate for a server (with hosts) or a client (without)."""
    purpose = "serverAuth" if hosts else "clientAuth"
    extensions = ["-addext", f"extendedKeyUsage={purpose}"]
    if hosts:
        extensions += ["-addext", "subjectAltName=" + ",".join(hosts)]
    openssl("req", "-x509", *NEW_KEY, "-days", days, "-subj", subject, "-addext", "basicConstraints=CA:FALSE",
            *extensions, "-CA", folder / f"{authority}.crt", "-CAkey", folder / f"{authority}.key",
            "-keyout", folder / f"{name}.key", "-out", folder / f"{name}.crt")


def issue_between(folder: pathlib.Path, name, subject, begin, end):
    """A client certificate with both dates given. Only `openssl ca` can set both before 3.4."""
    work = folder / f"{name}.ca"
    work.mkdir()
    (work / "index.txt").touch()
    (work / "openssl.cnf").write_text(
        "[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\nnew_certs_dir=.\ndefault_md=sha256\npolicy=p\n"
        "rand_serial=yes\nx509_extensions=x\n[p]\norganizationName=optional\ncommonName=supplied\n"
        "[x]\nextendedKeyUsage=clientAuth\n")
    openssl("req", "-new", *NEW_KEY, "-subj", subject,
            "-keyout", folder / f"{name}.key", "-out", work / "request.csr")
    openssl("ca", "-batch", "-config", "openssl.cnf", "-notext", "-in", "request.csr",
            "-cert", folder / "ca.crt", "-keyfile", folder / "ca.key",
            "-startdate", f"{begin:%Y%m%d%H%M%SZ}", "-enddate", f"{end:%Y%m%d%H%M%SZ}",
            "-out", folder / f"{name}.crt", directory=work)


def make_key_pair(folder: pathlib.Path, name):
    openssl("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", folder / f"{name}.key")
    openssl("ec", "-in", folder / f"{name}.key", "-pubout", "-out", folder / f"{name}.pub")
