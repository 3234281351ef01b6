#include "disposal/balance.hpp"

namespace yongdi::disposal {
namespace {

void book(Line& line, const Movement& movement) {
  const double entered = movement.direction == Direction::entered ? movement.area_m2 : -movement.area_m2;
  switch (movement.effect()) {
    case Effect::disposed:
      (movement.drawn ? line.disposed_m2 : line.undrawn_m2) += movement.area_m2;
      break;
    case Effect::brought_in:
      line.brought_in_m2 += movement.area_m2;
      break;
    case Effect::without_event:
      line.without_event_m2 += movement.area_m2;
      break;
    case Effect::data:
      line.data_m2 += entered;
      break;
    case Effect::law:
      line.law_m2 += entered;
      break;
    case Effect::outline:
      line.outline_m2 += entered;
      break;
  }
}

}  // namespace

std::vector<Line> balance(const std::map<Cell, Standing>& standing, std::span<const Movement> movements, double balance_m2) {
  std::map<Cell, Line> lines;
  for (const auto& [cell, stands] : standing) {
    Line& line = lines[cell];
    line.first_m2 = stands.first_m2;
    line.second_m2 = stands.second_m2;
    line.allowed_m2 = balance_m2 * static_cast<double>(1 + stands.pieces);
  }
  for (const Movement& movement : movements) book(lines[movement.cell], movement);
  std::vector<Line> result;
  for (auto& [cell, line] : lines) {
    line.cell = cell;
    if (line.allowed_m2 == 0) line.allowed_m2 = balance_m2;
    result.push_back(std::move(line));
  }
  return result;
}

}  // namespace yongdi::disposal
