#include "cli/progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace yongdi::cli {
namespace {

constexpr int kBarCells = 24;
constexpr const char* kWipeLine = "\r\x1b[K";

}  // namespace

Progress::Progress(std::ostream& out, ProgressMode mode, bool terminal, report::Language language)
    : m_out(out), m_shown(mode == ProgressMode::always || (mode == ProgressMode::automatic && terminal)), m_bar(terminal), m_language(language) {}

Progress::~Progress() {
  if (m_shown && m_bar && m_percent >= 0) m_out << kWipeLine << std::flush;
}

void Progress::show(const findings::Text& step, double share) {
  if (m_shown) draw(report::in(m_language, step), share);
}

void Progress::draw(const std::string& step, double share) {
  const int percent = share > 0 ? static_cast<int>(100 * std::min(share, 1.0)) : 0;  // also when it is no number
  const bool new_step = step != m_step;
  if (!new_step && percent == m_percent) return;
  m_step = step;
  m_percent = percent;
  if (!m_bar) {
    if (new_step) m_out << fmt::format("{:3}%  {}\n", percent, step) << std::flush;
    return;
  }
  std::string bar;
  for (int i = 0; i < kBarCells; ++i) bar += i * 100 < percent * kBarCells ? "█" : "░";
  m_out << fmt::format("{}{} {:3}%  {}", kWipeLine, bar, percent, step) << std::flush;
}

}  // namespace yongdi::cli
