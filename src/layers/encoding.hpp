#pragma once
// In which encoding a source without a word about it was written, and from there to UTF-8.
#include <memory>
#include <string>
#include <string_view>

namespace yongdi::layers {

// Whether all of it is well-formed UTF-8 (no overlong forms, no surrogates).
bool is_utf8(std::string_view text);

// The encoding of a text that is not ASCII and does not say: UTF-8 when it is well-formed, else GB18030, which contains GBK and GB2312.
inline constexpr std::string_view kUtf8 = "UTF-8";
inline constexpr std::string_view kChinese = "GB18030";

// What people write for an encoding ("gbk", "936", "CP936", "ANSI 936", "OEM 936") under the name the converter knows; GBK and GB2312 become GB18030.
std::string encoding_name(std::string_view written);

// From one encoding to another; one per thread.
class Recoder {
 public:
  // Throws std::invalid_argument when the encoding is not known.
  Recoder(const std::string& from, const std::string& to);
  ~Recoder();
  Recoder(Recoder&&) noexcept;
  Recoder& operator=(Recoder&&) noexcept;
  // Replaces `result`; false when some of it does not belong to the encoding (U+FFFD or ? stands there then).
  bool convert(std::string_view text, std::string& result);

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace yongdi::layers
