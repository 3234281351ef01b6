#pragma once
// What is wrong with a rule file: where, what, and what to do about it. Checking gathers all of them; loading refuses a rulebook that has errors.
#include <cstdint>
#include <string>
#include <vector>

#include "findings/failure.hpp"

namespace yongdi::rulebook {

struct Problem {
  enum class Weight : std::uint8_t { error, warning } weight = Weight::error;
  std::string file;       // name without folder
  std::int64_t line = 0;  // 0: the file as a whole
  findings::Text wrong, mend;
};
using Problems = std::vector<Problem>;

bool any_error(const Problems& problems);
// "规则文件 x.toml 第 3 行：…" with what is wrong, and what to do about it.
findings::Text words(const Problem& problem);
// By file, then line; the order in which a person mends them.
void sort(Problems& problems);
// Throws findings::Failure (Exit::usage) with every error in it, if there is one. Warnings do not stop anybody.
void refuse_errors(Problems problems);

}  // namespace yongdi::rulebook
