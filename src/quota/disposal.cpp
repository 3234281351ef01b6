#include "quota/disposal.hpp"

namespace yongdi::quota {

std::string_view to_text(Kind kind) { return kind == Kind::unsupplied ? "unsupplied" : kind == Kind::idle ? "idle" : "inefficient"; }

findings::Text words(Kind kind) {
  return kind == Kind::unsupplied ? findings::Text{"批而未供", "unsupplied"}
         : kind == Kind::idle     ? findings::Text{"闲置", "idle"}
                                  : findings::Text{"低效", "inefficient"};
}

std::optional<Kind> kind_of(std::string_view text) {
  for (const Kind kind : kKinds)
    if (to_text(kind) == text) return kind;
  return std::nullopt;
}

}  // namespace yongdi::quota
