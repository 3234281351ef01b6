#include "cli/console.hpp"

#include <ostream>

#include "findings/failure.hpp"

namespace yongdi::cli {

void Console::result(std::string_view text) const {
  out << text << std::flush;
  if (!out) {
    throw findings::Failure(findings::Exit::output,
                            {"结果不能写到标准输出。请检查重定向的目标文件和磁盘空间。",
                             "The result could not be written to standard output. Check the file it is sent to and the disk space."});
  }
}

void Console::say(std::string_view text) const { err << text << '\n'; }

Language language_of(const char* lc_all, const char* lc_messages, const char* lang) {
  for (const char* locale : {lc_all, lc_messages, lang}) {
    if (locale == nullptr || *locale == '\0') continue;
    const std::string_view name(locale);
    const bool english = name.substr(0, 2) == "en" && (name.size() == 2 || name[2] == '_' || name[2] == '.' || name[2] == '-' || name[2] == '@');
    return english ? Language::en : Language::zh;
  }
  return Language::zh;
}

}  // namespace yongdi::cli
