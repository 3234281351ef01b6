#pragma once
// How far a run is, on stderr: a bar that draws over itself on a terminal and is gone when it ends; plain lines, one per step, elsewhere.
#include <cstdint>
#include <iosfwd>
#include <string>

#include "findings/failure.hpp"
#include "report/language.hpp"

namespace yongdi::cli {

enum class ProgressMode : std::uint8_t { automatic, always, never };

class Progress {
 public:
  // `terminal`: whether `out` is one. With `automatic` nothing is shown when it is not.
  Progress(std::ostream& out, ProgressMode mode, bool terminal, report::Language language);
  ~Progress();  // wipes the bar
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(const findings::Text& step, double share);

 private:
  void draw(const std::string& step, double share);

  std::ostream& m_out;
  bool m_shown, m_bar;
  report::Language m_language;
  std::string m_step;
  int m_percent = -1;
};

}  // namespace yongdi::cli
