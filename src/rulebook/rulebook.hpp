#pragma once
// Law as dated data: one document per legal text, parameters with article and status, and the version in force on a day. No fall-through: where no
// version is in force there is no value, and the answer says which documents were near and why each does not serve.
//
// Which document holds: among those in force on the day the highest level that gives the parameter. A lower level fills what the higher ones leave
// open, and moves their figure only to the stricter side, where the parameter has one (parameters.hpp); a lower level that loosens is not used and
// is a finding. Within one level a parameter has one document a day; loading refuses anything else. The grammar of the files is set out in
// gis-data/rules/README.md.
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "findings/failure.hpp"
#include "measures/day.hpp"
#include "measures/exact.hpp"

namespace yongdi::rulebook {

enum class Level { national, provincial, municipal, park };
enum class Status { read, secondary, placeholder };  // seen in the instrument; in a secondary source; standing in for a value nobody has seen
enum class Use { rule, information };                // read by a rule of the program; recorded only
std::string_view to_text(Level level);
std::string_view to_text(Status status);
std::string_view to_text(Use use);

struct Parameter {
  std::string name;  // "idle.fee_rate"
  measures::Exact value;
  std::string unit;     // of parameters.hpp: "year", "share", "m", "day", "yes_no" (0/1) …
  findings::Text article;  // "第十四条", "art. 14"; mandatory
  std::string statement_zh, statement_en;
  Status status = Status::read;
  Use use = Use::rule;
  findings::Text note;
  std::int64_t line = 0;  // where it stands in its file
};

// Who issues what the program's authors wrote themselves: placeholders and ways of counting. Never law, and never shown as if it were.
inline constexpr std::string_view kOwnIssuer = "yongdi 用地";

// Another document, by number.
struct Reference {
  std::string number;
  std::int64_t line = 0;
};

struct Document {
  std::string file;  // name of the rule file without folder: "gtzyb-53.toml"
  std::string title_zh, title_en, number, issuer, version;
  Level level = Level::national;
  std::optional<measures::Day> issued;
  measures::Day in_force_from;
  std::optional<measures::Day> in_force_to;  // inclusive; empty: open
  std::vector<Reference> replaces, based_on;
  findings::Text note;
  std::vector<Parameter> parameters;
  std::string text, sha256;
  [[nodiscard]] bool in_force(measures::Day day) const { return in_force_from <= day && (!in_force_to || day <= *in_force_to); }
  [[nodiscard]] bool is_own() const { return issuer == kOwnIssuer; }
};
// "《闲置土地处置办法》"; "本程序自拟的“…”" for what the program's authors wrote.
findings::Text titled(const Document& document);
findings::Text titled(const findings::Text& title, bool is_own);
// "2021-09-30 – 2025-12-30", "2012-07-01 – …"
std::string validity(const Document& document);

// A document of a user's folder that stands in place of a shipped one.
struct InPlaceOf {
  std::string file, shipped, shipped_sha256;  // file names
};

// A rule that the program does not apply, and what a person has to do instead.
struct NotEncoded {
  findings::Text rule;
  std::string document;
  findings::Text article, why, by_hand;
};

struct InForce {
  const Document* document = nullptr;
  const Parameter* parameter = nullptr;  // null when none is in force
  // Every other document that gives the parameter, with the reason why it does not hold on the day.
  struct Rejected {
    const Document* document;
    const Parameter* parameter;
    // would_loosen: of a lower level, and not to the stricter side of the one that holds; same: of a lower level, and says the same; tightened: of a
    // higher level, and a lower one is stricter, as it may be.
    enum class Why { not_yet, no_longer, would_loosen, same, tightened } why;
  };
  std::vector<Rejected> rejected;
};
// "2026-01-01 起施行", "有效期至 2025-12-30" …: why the candidate does not hold, without naming it.
findings::Text reason(const InForce& answer, const InForce::Rejected& rejected);

struct Gathered;  // gather.hpp

class Rulebook {
 public:
  // `rulebook` is the name of a shipped rulebook ("china": rules_folder/china.rulebook.toml), or a folder with a rulebook.toml of its own, whose
  // documents are looked for in that folder first and then in `rules_folder`. A document of the folder stands in place of the shipped one of the
  // same number and version (in_place_of()).
  // Throws findings::Failure (Exit::usage) that names file, line and mend of everything wrong in it.
  static Rulebook load(const std::filesystem::path& rules_folder, std::string_view rulebook);
  // From the texts kept in a ledger: the rulebook's own file (own_text()), and the documents, in any order.
  struct NamedText {
    std::string name, text;
  };
  static Rulebook from_texts(const NamedText& rulebook, const std::vector<NamedText>& documents);

  // "china", or the name of the folder.
  [[nodiscard]] const std::string& name() const { return m_name; }
  [[nodiscard]] const findings::Text& title() const { return m_title; }
  // What a ledger keeps: the file as written, or, when it builds on a shipped rulebook or replaces a shipped document, what that came to.
  [[nodiscard]] const NamedText& own_text() const { return m_own_text; }
  [[nodiscard]] const std::vector<Document>& documents() const { return m_documents; }
  [[nodiscard]] const std::vector<std::string>& anchors() const { return m_anchors; }  // numbers
  [[nodiscard]] const std::vector<InPlaceOf>& in_place_of() const { return m_in_place_of; }
  // The parameter in force on the day, both ends of validity included.
  [[nodiscard]] InForce find(std::string_view parameter, measures::Day day) const;
  // Anchor documents not in force on the day, in the order of the rulebook; of several versions the one that ended last, else the one that begins
  // first.
  [[nodiscard]] std::vector<const Document*> anchors_out_of_force(measures::Day day) const;
  // All parameters in force on the day, ordered by name.
  [[nodiscard]] std::vector<InForce> in_force(measures::Day day) const;

 private:
  explicit Rulebook(Gathered&& gathered);

  std::string m_name;
  findings::Text m_title;
  NamedText m_own_text;
  std::vector<Document> m_documents;   // higher level first
  std::vector<std::string> m_anchors;  // document numbers
  std::vector<InPlaceOf> m_in_place_of;
};

// The names of the shipped rulebooks, ordered.
std::vector<std::string> shipped_rulebooks(const std::filesystem::path& rules_folder);

// The rules that the program does not apply (not-encoded.toml): the list of the rulebook's own folder, else the shipped one. Throws as load does.
struct NotEncodedList {
  std::string sha256;
  std::vector<NotEncoded> rules;
};
NotEncodedList not_encoded(const std::filesystem::path& rules_folder, std::string_view rulebook);

}  // namespace yongdi::rulebook
