#include "measures/digest.hpp"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace yongdi::measures {

struct Digest::State {
  struct Free {
    void operator()(EVP_MD_CTX* held) const { EVP_MD_CTX_free(held); }
  };
  std::unique_ptr<EVP_MD_CTX, Free> context{EVP_MD_CTX_new()};
};

namespace {

void must(bool done) {
  if (!done) throw std::runtime_error("SHA-256 could not be computed by the cryptographic library");
}

// Fetched once for all: EVP_sha256() would be looked up anew for every digest.
const EVP_MD* algorithm() {
  struct Free {
    void operator()(EVP_MD* held) const { EVP_MD_free(held); }
  };
  static const std::unique_ptr<EVP_MD, Free> kSha256{EVP_MD_fetch(nullptr, "SHA2-256", nullptr)};
  must(kSha256 != nullptr);
  return kSha256.get();
}

}  // namespace

Digest::Digest() : m_state(std::make_unique<State>()) {
  must(m_state->context != nullptr && EVP_DigestInit_ex(m_state->context.get(), algorithm(), nullptr) == 1);
}
Digest::~Digest() = default;
Digest::Digest(Digest&&) noexcept = default;
Digest& Digest::operator=(Digest&&) noexcept = default;

void Digest::add(std::string_view bytes) { must(EVP_DigestUpdate(m_state->context.get(), bytes.data(), bytes.size()) == 1); }

std::string Digest::finish() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  must(EVP_DigestFinal_ex(m_state->context.get(), digest.data(), &size) == 1);
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string text;
  for (unsigned i = 0; i < size; ++i) {
    text += kHex[digest[i] >> 4U];
    text += kHex[digest[i] & 15U];
  }
  return text;
}

std::string sha256(std::string_view bytes) {
  Digest digest;
  digest.add(bytes);
  return digest.finish();
}

}  // namespace yongdi::measures
