"""What the container runtime says about images it cannot have."""

import hashlib
import re

NAME = re.compile(
    r"(?:(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?\.?)+(?::\d+)?/)?"
    r"[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*"
    r"(?::\w[\w.-]{0,127})?(?:@[A-Za-z][A-Za-z0-9]*:[0-9a-fA-F]{32,})?")

# containerd's texts; {image}, {host}, {path} and {tag} are filled in.
RPC = 'rpc error: code = {code} desc = failed to pull and unpack image "{full}": '
RESOLVE = RPC + 'failed to resolve reference "{full}": '
REASONS = {
    "not-found": ("NotFound", RESOLVE + "{full}: not found"),
    "unauthorized": ("Unknown", RESOLVE + "pulling from host {host} failed with status code "
                     "[manifests {tag}]: 401 Unauthorized"),
    "denied": ("Unknown", RESOLVE + "pull access denied, repository does not exist or may require "
               "authorization: server message: insufficient_scope: authorization failed"),
    "rate-limited": ("Unknown", RPC + "failed to copy: httpReadSeeker: failed open: unexpected status code "
                     "https://{host}/v2/{path}/manifests/{tag}: 429 Too Many Requests - Server message: "
                     "toomanyrequests: You have reached your pull rate limit. You may increase the limit by "
                     "authenticating and upgrading: https://www.docker.com/increase-rate-limit"),
    "timeout": ("Unknown", RESOLVE + 'failed to do request: Head "https://{host}/v2/{path}/manifests/{tag}": '
                "dial tcp 203.0.113.7:443: i/o timeout"),
    "dns": ("Unknown", RESOLVE + 'failed to do request: Head "https://{host}/v2/{path}/manifests/{tag}": '
            "dial tcp: lookup {host} on 10.96.0.10:53: no such host"),
    "tls": ("Unknown", RESOLVE + 'failed to do request: Head "https://{host}/v2/{path}/manifests/{tag}": '
            "x509: certificate signed by unknown authority"),
    "platform": ("NotFound", RPC + 'no match for platform in manifest: not found'),
}


def complaint_about_name(image):
    """The text of an InvalidImageName, or None when the reference is well formed."""
    if NAME.fullmatch(image):
        return None
    why = "invalid reference format"
    if NAME.fullmatch(image.lower()):
        why += ": repository name must be lowercase"
    return f'Failed to apply default image tag "{image}": couldn\'t parse image reference "{image}": {why}'


def full_reference(image):
    """docker.io/library/nginx:latest for nginx."""
    rest, at, digest = image.partition("@")
    head, slash, tail = rest.partition("/")
    if not slash or not ("." in head or ":" in head or head == "localhost"):
        rest = f"docker.io/{rest}" if slash else f"docker.io/library/{rest}"
    if not at and ":" not in rest.rsplit("/", 1)[1]:
        rest += ":latest"
    return rest + at + digest


def pull_error(image, why):
    full = full_reference(image)
    host, path = full.split("/", 1)
    path, _, tag = path.partition(":")
    code, text = REASONS[why]
    host = "registry-1.docker.io" if host == "docker.io" else host
    return text.format(code=code, full=full, host=host, path=path, tag=tag)


def identifier(image):
    digest = hashlib.sha256(image.encode()).hexdigest()
    return f"{full_reference(image).split('@')[0].rsplit(':', 1)[0]}@sha256:{digest}"
