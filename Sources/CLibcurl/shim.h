#ifndef AEGIS_CLIBCURL_SHIM_H
#define AEGIS_CLIBCURL_SHIM_H

// The type-checking macros want constant options; the shims below pass variables.
#define CURL_DISABLE_TYPECHECK 1
#include <curl/curl.h>
#include <sys/socket.h>

// Swift cannot call C's variadic functions: one inline function per kind of argument instead.

static inline CURLcode aegis_set_long(CURL *easy, CURLoption option, long value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode aegis_set_offset(CURL *easy, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode aegis_set_string(CURL *easy, CURLoption option, const char *value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode aegis_set_pointer(CURL *easy, CURLoption option, void *value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode aegis_set_list(CURL *easy, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(easy, option, value);
}

// curl copies the bytes, so the caller's buffer may go away at once.
static inline CURLcode aegis_set_blob(
    CURL *easy, CURLoption option, const void *bytes, size_t count) {
    struct curl_blob blob = {(void *)bytes, count, CURL_BLOB_COPY};
    return curl_easy_setopt(easy, option, &blob);
}

typedef size_t (*aegis_data_callback)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode aegis_set_callback(
    CURL *easy, CURLoption option, aegis_data_callback callback) {
    return curl_easy_setopt(easy, option, callback);
}

static inline CURLcode aegis_get_long(CURL *easy, CURLINFO info, long *value) {
    return curl_easy_getinfo(easy, info, value);
}

static inline CURLcode aegis_get_pointer(CURL *easy, CURLINFO info, void **value) {
    return curl_easy_getinfo(easy, info, (char **)value);
}

static inline CURLMcode aegis_set_multi_long(CURLM *multi, CURLMoption option, long value) {
    return curl_multi_setopt(multi, option, value);
}

// Without this, ending a transfer whose name is still being looked up waits for the look-up.
static inline void aegis_set_quick_exit(CURL *easy) {
#if LIBCURL_VERSION_NUM >= 0x075700
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
#else
    (void)easy;
#endif
}

// The string form replaced the bit mask, which newer headers mark as deprecated.
static inline CURLcode aegis_allow_only_http(CURL *easy) {
#if LIBCURL_VERSION_NUM >= 0x075500
    return curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
#else
    return curl_easy_setopt(easy, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
}

static inline curl_socket_t aegis_open_socket(
    void *context, curlsocktype purpose, struct curl_sockaddr *address) {
    (void)context;
    (void)purpose;
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

// Programs started meanwhile (credential plugins) must not hold our connections open.
static inline CURLcode aegis_close_sockets_on_exec(CURL *easy) {
    return curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, aegis_open_socket);
}

// Function-like or cast-carrying macros that Swift does not import.
static const size_t aegis_write_pause = CURL_WRITEFUNC_PAUSE;

#endif
