#pragma once
// Law as dated data: one document per legal text, parameters with article and status, and the version in force on a day. No fall-through: where no
// version is in force there is no value, and the answer says which document was near and why it does not serve.
//
// Which document holds: among those in force on the day the highest level that gives the parameter. A lower level fills what the higher ones leave
// open; it overrules them only where its parameter declares the direction in which it `tightens` and its value truly lies further that way, so a
// lower level can never loosen. Within one level a parameter has one document a day; loading refuses anything else. The grammar of the files is
// set out in gis-data/rules/README.md.
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "measures/day.hpp"
#include "measures/exact.hpp"

namespace yongdi::rulebook {

enum class Level { national, provincial, municipal, park };
enum class Status { read, secondary, placeholder };  // seen in the instrument; in a secondary source; standing in for a value nobody has seen
enum class Tightens { no, up, down };                // a larger, or a smaller, value is the stricter one
std::string_view to_text(Level level);
std::string_view to_text(Status status);

struct Parameter {
  std::string name;  // "idle.fee_rate"
  measures::Exact value;
  std::string unit;     // "year", "share", "m", "day", "yes_no" (0/1) …
  std::string article;  // "第十四条"; mandatory
  std::string statement_zh, statement_en;
  Status status = Status::read;
  std::string note;
  Tightens tightens = Tightens::no;
  std::int64_t line = 0;  // where it stands in its file
};

struct Document {
  std::string file;  // name of the rule file without folder: "gtzyb-53.toml"
  std::string title_zh, title_en, number, issuer, version;
  Level level = Level::national;
  std::optional<measures::Day> issued;
  measures::Day in_force_from;
  std::optional<measures::Day> in_force_to;  // inclusive; empty: open
  std::string note;
  std::vector<Parameter> parameters;
  std::string text, sha256;
  [[nodiscard]] bool in_force(measures::Day day) const { return in_force_from <= day && (!in_force_to || day <= *in_force_to); }
};

struct InForce {
  const Document* document = nullptr;
  const Parameter* parameter = nullptr;  // null when none is in force
  // Documents that carry the parameter but are not in force on the day, or whose level was overruled, each with its reason.
  struct Rejected {
    const Document* document;
    enum class Why { not_yet, no_longer, other_level_holds } why;
  };
  std::vector<Rejected> rejected;
};

class Rulebook {
 public:
  // `rulebook` is the name of a shipped rulebook ("china": rules_folder/china.rulebook.toml), or a folder with a rulebook.toml of its own, whose
  // documents are looked for in that folder first and then in `rules_folder`.
  // Throws findings::Failure (Exit::usage) that names file, line and mend for anything wrong in it.
  static Rulebook load(const std::filesystem::path& rules_folder, std::string_view rulebook);
  // From the texts kept in a ledger: the rulebook's own file (own_text()), and the documents, in any order.
  struct NamedText {
    std::string name, text;
  };
  static Rulebook from_texts(const NamedText& rulebook, const std::vector<NamedText>& documents);

  // "china", or the name of the folder.
  [[nodiscard]] const std::string& name() const { return m_name; }
  [[nodiscard]] const NamedText& own_text() const { return m_own_text; }
  [[nodiscard]] const std::vector<Document>& documents() const { return m_documents; }
  // The parameter in force on the day, both ends of validity included. Lower levels tighten or fill what a higher one leaves open.
  [[nodiscard]] InForce find(std::string_view parameter, measures::Day day) const;
  // Anchor documents not in force on the day, in the order of the rulebook.
  [[nodiscard]] std::vector<const Document*> anchors_out_of_force(measures::Day day) const;
  // All parameters in force on the day, ordered by name.
  [[nodiscard]] std::vector<InForce> in_force(measures::Day day) const;

 private:
  std::string m_name;
  NamedText m_own_text;
  std::vector<Document> m_documents;   // higher level first
  std::vector<std::string> m_anchors;  // document numbers
};

}  // namespace yongdi::rulebook
