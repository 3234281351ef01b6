#pragma once
// The program without its process: words in, exit status out.
#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include "report/language.hpp"

namespace yongdi::cli {

// `words`: the command line without the program's own name. Failures are told on `err`, in the language of --lang or else `fallback`.
int run(std::vector<std::string> words, const std::filesystem::path& executable, report::Language fallback, std::ostream& out, std::ostream& err);

}  // namespace yongdi::cli
