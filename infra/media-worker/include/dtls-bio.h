// Put before DtlsTransport.cpp, and only there, by the compiler option -include. Without it the worker dies in libssl
// on its first browser call, wherever OpenSSL is built with kernel TLS (Debian's is): mediasoup's callback on its
// outgoing BIO answers 1 to every control call, OpenSSL takes that for "the kernel encrypts this", and allocates no
// write buffer. So the callback hears of writes alone, and every other operation gets its own result back.
#pragma once

#include <openssl/bio.h>

namespace dtls_bio
{
	// One function for the whole worker: mediasoup sets the same one on every BIO.
	inline BIO_callback_fn_ex onWrite = nullptr;

	inline long call(BIO* bio, int operation, const char* data, size_t len, int argi, long argl, int ret, size_t* processed)
	{
		if (operation == BIO_CB_WRITE)
		{
			return onWrite(bio, operation, data, len, argi, argl, ret, processed);
		}

		// After an operation its result is passed on; before one, 1 lets it happen.
		return (operation & BIO_CB_RETURN) != 0 ? ret : 1;
	}

	inline void set(BIO* bio, BIO_callback_fn_ex callback)
	{
		onWrite = callback;
		BIO_set_callback_ex(bio, call);
	}
} // namespace dtls_bio

#define BIO_set_callback_ex dtls_bio::set
