#include "quota/disposal.hpp"

namespace yongdi::quota {

std::string_view to_text(Kind kind) { return kind == Kind::unsupplied ? "unsupplied" : kind == Kind::idle ? "idle" : "inefficient"; }

std::string_view words_zh(Kind kind) { return kind == Kind::unsupplied ? "批而未供" : kind == Kind::idle ? "闲置" : "低效"; }

std::optional<Kind> kind_of(std::string_view text) {
  for (const Kind kind : kKinds)
    if (to_text(kind) == text) return kind;
  return std::nullopt;
}

}  // namespace yongdi::quota
