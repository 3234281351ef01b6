#pragma once
// Rule files looked through for a legal clerk: everything that is wrong, and what the program makes of what is there.
#include <filesystem>
#include <string>
#include <vector>

#include "rulebook/problem.hpp"
#include "rulebook/rulebook.hpp"

namespace yongdi::rulebook {

struct Checked {
  std::vector<std::string> files;   // names of all files looked at, ordered
  std::vector<Document> documents;  // those that could be read, by file
  struct Book {
    std::string name;
    findings::Text title;
    std::size_t documents = 0;
    std::vector<std::string> not_given;  // parameters that rules read and no document of it gives on any day
    std::vector<InPlaceOf> in_place_of;
  };
  std::vector<Book> books;
  std::size_t not_encoded = 0;  // entries of the list of rules not encoded
  Problems problems;            // by file and line, each once
};

// `path`: a folder (of one rulebook, of shipped rulebooks, or of documents alone) or a file; `rules_folder` is where a rulebook of one's own finds
// the documents that are not in its folder. Throws findings::Failure (Exit::input) when there is nothing of the kind.
Checked check(const std::filesystem::path& rules_folder, const std::filesystem::path& path);

}  // namespace yongdi::rulebook
