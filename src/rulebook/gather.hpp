#pragma once
// A rulebook put together from its files, with everything that is wrong in them. Private to the room: load.cpp refuses one with errors, check.cpp
// tells them.
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "rulebook/problem.hpp"
#include "rulebook/read.hpp"
#include "rulebook/rulebook.hpp"

namespace yongdi::rulebook {

inline constexpr std::string_view kRulebookEnding = ".rulebook.toml";
inline constexpr std::string_view kOwnRulebook = "rulebook.toml";
inline constexpr std::string_view kNotEncodedFile = "not-encoded.toml";

struct Gathered {
  std::string name;
  Rulebook::NamedText own_text;
  findings::Text title;
  std::vector<Document> documents;   // higher level first
  std::vector<std::string> anchors;  // numbers
  std::vector<InPlaceOf> in_place_of;
  Problems problems;
};

// By name of a shipped rulebook or by folder, as Rulebook::load. Throws findings::Failure when there is no such rulebook or a file cannot be read.
Gathered gather(const std::filesystem::path& rules_folder, std::string_view rulebook);
Gathered gather(const Rulebook::NamedText& rulebook, const std::vector<Rulebook::NamedText>& documents);

// Throws findings::Failure when it cannot be read.
std::string text_of(const std::filesystem::path& file);
// Files of a folder that are neither rulebooks nor the list of rules not encoded, ordered by name.
std::vector<std::filesystem::path> document_files(const std::filesystem::path& folder);

}  // namespace yongdi::rulebook
