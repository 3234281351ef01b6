#pragma once
// The words for law that lists, sheets and checks of rules share. Private to the room.
#include <string>
#include <string_view>

#include "findings/failure.hpp"
#include "measures/day.hpp"
#include "rulebook/parameters.hpp"
#include "rulebook/rulebook.hpp"

namespace yongdi::report {

findings::Text words(rulebook::Level level);
findings::Text words(rulebook::Status status);
findings::Text words(rulebook::Stricter stricter);
// What the program's authors wrote has no level of law.
findings::Text level_of(const rulebook::Document& document);
// 有效, 尚未施行, 已失效
findings::Text state(const rulebook::Document& document, measures::Day day);
// "0.2 比例（0–1）", "是", "1/3 …"; an unknown unit is told as written.
findings::Text figure(const rulebook::Parameter& parameter);
// "《闲置土地处置办法》（国土资源部令第53号）"; a statute is known by its title.
findings::Text named(const rulebook::Document& document);

struct Counted {
  std::size_t used = 0, recorded = 0;  // read by a rule; for information
  std::size_t read = 0, secondary = 0, placeholder = 0;
};
Counted count(const rulebook::Document& document);

}  // namespace yongdi::report
