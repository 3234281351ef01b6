#pragma once
// What can happen to land between two days so that it leaves the stock of unsupplied, idle or inefficient land, or enters it. Declared once
// (event.cpp): code, what it means for the balance of the stock, and words.
//
// Only land that was disposed of earns anything. Land that is gone because the data, the law or an outline is another one than a year ago was not
// disposed of, and neither was land of which nobody recorded what became of it.
#include <cstdint>
#include <span>
#include <string_view>

#include "findings/failure.hpp"

namespace yongdi::disposal {

enum class Effect : std::uint8_t { disposed, brought_in, without_event, data, law, outline };

enum class Event : std::uint8_t {
  // Disposals. The methods are those of 53号令 art. 12 and 14 and of the form on unsupplied land (批而未供处置情况表, methods 9–13).
  contract,
  allocation,
  work_started,
  work_finished,
  extension,
  adjust,
  temporary,
  buyback,
  swap,
  other,
  fee,
  recovery,
  withdrawn,
  double_counted,
  adjusted_out,
  // What brings land in.
  approved,
  became_idle,
  became_inefficient,
  supply_ended,
  // Left, and nothing says why.
  approval_gone,
  parcel_gone,
  contract_undated,
  outline_unusable,
  nothing_recorded,
  // The data are others.
  late_entry,
  facts_changed,
  renumbered,
  cohort_changed,
  // The law is another.
  parameters_changed,
  // An outline is another.
  approval_outline,
  parcel_outline,
  park_outline,
  sliver,
};

struct EventInfo {
  Event event;
  std::string_view code;  // "work_started", as in tables
  Effect effect;
  std::string_view zh, en;
};
std::span<const EventInfo> events();
const EventInfo& info(Event event);
std::string_view to_text(Effect effect);
// In words, by the code that tables have; a method that a bureau wrote in its own words is told as written.
findings::Text event_words(std::string_view written);

}  // namespace yongdi::disposal
