#include <array>

#include "idle/verdict.hpp"

namespace yongdi::idle {
namespace {

template <std::size_t N, class Value>
std::string_view word(const std::array<std::string_view, N>& words, Value value) {
  return words.at(static_cast<std::size_t>(value));
}

}  // namespace

std::string_view to_text(Class value) {
  static constexpr std::array<std::string_view, 9> kWords = {"NORMAL", "LATE_START", "OVERDUE_START", "IDLE_A1", "IDLE_A2",
                                                             "IDLE_B", "IDLE_ENDED", "IDLE_UNSURE",   "DATA_GAP"};
  return word(kWords, value);
}

std::string_view to_text(Stage value) {
  static constexpr std::array<std::string_view, 6> kWords = {"future", "pending", "idle", "building", "completed", "undecided"};
  return word(kWords, value);
}

std::string_view to_text(Basis value) {
  static constexpr std::array<std::string_view, 4> kWords = {"agreement", "contract", "delivery", "none"};
  return word(kWords, value);
}

std::string_view to_text(Route value) {
  static constexpr std::array<std::string_view, 4> kWords = {"fee", "recover", "negotiate", "review"};
  return word(kWords, value);
}

std::string_view to_text(Idle value) {
  static constexpr std::array<std::string_view, 4> kWords = {"yes", "no", "unknown", "n/a"};
  return word(kWords, value);
}

std::string_view to_text(Cause value) {
  static constexpr std::array<std::string_view, 9> kWords = {"none", "G1", "G2", "G3", "G4", "G5", "G6", "FM", "PRELIM"};
  return word(kWords, value);
}

std::string_view to_text(CauseState value) {
  static constexpr std::array<std::string_view, 5> kWords = {"none", "claimed", "running", "ended", "mixed"};
  return word(kWords, value);
}

}  // namespace yongdi::idle
