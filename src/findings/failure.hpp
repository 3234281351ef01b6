#pragma once
// A failure ends the run; a finding (finding.hpp) does not. Failures are thrown, and caught once, in main, which prints both messages' parts
// and ends with the exit status that belongs to the kind.
#include <stdexcept>
#include <string>

namespace yongdi::findings {

// Exit statuses of the outward contract.
enum class Exit { done = 0, findings = 1, usage = 2, input = 3, processing = 4, output = 5, infeasible = 6 };

// A message in both languages: what, where, why, and what to do next.
struct Text {
  std::string zh;
  std::string en;
};

class Failure : public std::runtime_error {
 public:
  Failure(Exit status, Text text) : std::runtime_error(text.en), m_status(status), m_text(std::move(text)) {}
  [[nodiscard]] Exit status() const { return m_status; }
  [[nodiscard]] const Text& text() const { return m_text; }

 private:
  Exit m_status;
  Text m_text;
};

}  // namespace yongdi::findings
