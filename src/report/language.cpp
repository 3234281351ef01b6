#include "report/language.hpp"

namespace yongdi::report {

std::string_view name(findings::Severity severity, Language language) {
  if (language == Language::en) return findings::to_text(severity);
  switch (severity) {
    case findings::Severity::error:
      return "错误";
    case findings::Severity::warning:
      return "警告";
    case findings::Severity::notice:
      return "提示";
    case findings::Severity::info:
      return "说明";
  }
  return {};
}

}  // namespace yongdi::report
