#pragma once
// Where a command speaks: results to `out`, talk to `err`, in one language.
#include <filesystem>
#include <iosfwd>
#include <string>
#include <string_view>

#include "report/language.hpp"

namespace yongdi::cli {

using report::in;
using report::Language;

struct Console {
  Language language = Language::zh;
  std::ostream& out;
  std::ostream& err;
  std::filesystem::path executable;  // for finding the data folder

  // Writes a result. Throws findings::Failure (Exit::output) when it does not arrive, as on a full disk behind `>`.
  void result(std::string_view text) const;
  void say(std::string_view text) const;  // one line of talk
};

// What POSIX makes of LC_ALL, LC_MESSAGES and LANG: the first that is set and not empty. English locales give English, all others Chinese.
Language language_of(const char* lc_all, const char* lc_messages, const char* lang);

}  // namespace yongdi::cli
