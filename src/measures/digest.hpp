#pragma once
// SHA-256 (FIPS 180-4), for receipts and for ids made from content.
#include <memory>
#include <string>
#include <string_view>

namespace yongdi::measures {

class Digest {
 public:
  Digest();
  ~Digest();
  Digest(Digest&&) noexcept;
  Digest& operator=(Digest&&) noexcept;
  void add(std::string_view bytes);
  // 64 lower-case hexadecimal digits. Ends the digest.
  [[nodiscard]] std::string finish();

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

std::string sha256(std::string_view bytes);

}  // namespace yongdi::measures
