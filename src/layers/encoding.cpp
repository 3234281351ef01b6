#include "layers/encoding.hpp"

#include <iconv.h>

#include <cerrno>
#include <stdexcept>

#include "layers/text.hpp"

namespace yongdi::layers {
namespace {

unsigned byte(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

// Bytes of the well-formed sequence at `at`, 0 when there is none (Unicode 15, table 3-7).
std::size_t sequence(std::string_view text, std::size_t at) {
  const unsigned lead = byte(text, at);
  if (lead < 0x80) return 1;
  const std::size_t size = lead >= 0xC2 && lead <= 0xDF ? 2 : lead >= 0xE0 && lead <= 0xEF ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
  if (size == 0 || at + size > text.size()) return 0;
  const unsigned lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (byte(text, at + 1) < lowest || byte(text, at + 1) > highest) return 0;
  for (std::size_t i = 2; i < size; ++i) {
    if ((byte(text, at + i) & 0xC0U) != 0x80U) return 0;
  }
  return size;
}

}  // namespace

bool is_utf8(std::string_view text) {
  for (std::size_t at = ascii_size(text); at < text.size();) {
    const std::size_t size = sequence(text, at);
    if (size == 0) return false;
    at += size;
    if (at < text.size() && byte(text, at) < 0x80) at += ascii_size(text.substr(at));
  }
  return true;
}

std::string encoding_name(std::string_view written) {
  const std::string name = lower(std::string(trim(written)));
  for (const std::string_view chinese :
       {"gbk", "gb2312", "gb-2312", "gb18030", "gb-18030", "936", "cp936", "ms936", "windows-936", "ansi 936", "oem 936", "euc-cn", "hz-gb-2312"}) {
    if (name == chinese) return std::string(kChinese);
  }
  for (const std::string_view utf8 : {"utf-8", "utf8", "65001", "cp65001", "ansi 65001", "utf-8-sig"}) {
    if (name == utf8) return std::string(kUtf8);
  }
  if (name == "big5" || name == "950" || name == "ansi 950" || name == "oem 950") return "CP950";
  const std::size_t digits = name.find_last_not_of("0123456789");
  const std::string number = digits == std::string::npos ? name : name.substr(digits + 1);
  // ".cpg" files of ArcGIS: "88591" for ISO 8859-1, "1252" or "ANSI 1252" for a code page.
  if (number.starts_with("8859") && number.size() > 4 && (digits == std::string::npos || name.starts_with("iso")))
    return "ISO-8859-" + number.substr(4);
  if (!number.empty() && (digits == std::string::npos || name.starts_with("ansi") || name.starts_with("oem"))) return "CP" + number;
  return std::string(trim(written));
}

struct Recoder::State {
  iconv_t handle;
  std::string_view replacement;
  explicit State(iconv_t open, std::string_view stand_in) : handle(open), replacement(stand_in) {}
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { iconv_close(handle); }
};

Recoder::Recoder(const std::string& from, const std::string& to) {
  iconv_t handle = iconv_open(to.c_str(), from.c_str());
  if (handle == reinterpret_cast<iconv_t>(-1)) throw std::invalid_argument("no encoding is named '" + from + "'");
  m_state = std::make_unique<State>(handle, to == kUtf8 ? "\uFFFD" : "?");
}
Recoder::~Recoder() = default;
Recoder::Recoder(Recoder&&) noexcept = default;
Recoder& Recoder::operator=(Recoder&&) noexcept = default;

bool Recoder::convert(std::string_view text, std::string& result) {
  result.clear();
  std::string source(text);
  char* in = source.data();
  std::size_t left = source.size();
  bool whole = true;
  char part[512];
  iconv(m_state->handle, nullptr, nullptr, nullptr, nullptr);
  while (left > 0) {
    char* out = part;
    std::size_t room = sizeof part;
    const std::size_t done = iconv(m_state->handle, &in, &left, &out, &room);
    result.append(part, sizeof part - room);
    if (done != static_cast<std::size_t>(-1) || errno == E2BIG) continue;
    whole = false;
    result += m_state->replacement;
    ++in;
    --left;
  }
  return whole;
}

}  // namespace yongdi::layers
