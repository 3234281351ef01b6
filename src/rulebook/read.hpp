#pragma once
// Reads rule files: a legal document, and the file of a rulebook. Private to the room. Everything wrong in them is a findings::Failure (Exit::usage)
// that names file, line and mend.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "findings/failure.hpp"
#include "rulebook/rulebook.hpp"

namespace yongdi::rulebook {

struct Listed {
  std::string name;  // a file of a document, or the number of an anchor
  std::int64_t line = 0;
};

struct RulebookFile {
  std::vector<Listed> documents, anchors;
};

Document read_document(std::string_view toml, const std::string& file);
RulebookFile read_rulebook_file(std::string_view toml, const std::string& file);

// "规则文件 x.toml 第 3 行：…" with what is wrong, and what to do about it.
findings::Failure refusal(const std::string& file, std::int64_t line, const findings::Text& wrong, const findings::Text& mend);

}  // namespace yongdi::rulebook
