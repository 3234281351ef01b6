// Land of idle or inefficient parcels that left the stock or entered it.
#include <algorithm>
#include <array>

#include "disposal/changed_facts.hpp"
#include "disposal/movement.hpp"

namespace yongdi::disposal {
namespace {

bool holds(const std::vector<std::uint32_t>& sorted, std::uint32_t index) { return std::binary_search(sorted.begin(), sorted.end(), index); }

bool is_idle(const std::optional<facts::Table>& facts, const idle::Terms& terms, Day day) {
  if (!facts) return false;
  return idle::judge(idle::FactsReader(*facts).read(facts->rows.front(), day), terms, day).idle == idle::Idle::yes;
}

// Where between the two ledgers the verdict turned: with the law, with what is recorded about the past, or with time.
enum class Turn : std::uint8_t { law, data, time };

// `first` are the subject's facts in the first ledger, `second` those in the second.
Turn turn(const Years& years, const std::optional<facts::Table>& first, const std::optional<facts::Table>& second, bool was) {
  const bool other_law = is_idle(first, years.second.terms, years.first.day);
  const bool other_data = is_idle(second, years.second.terms, years.first.day);
  if (other_data == was) return Turn::time;
  return other_law == was ? Turn::data : Turn::law;
}

struct Method {
  std::string_view code;
  Event event;
};
constexpr std::array<Method, 8> kMethods = {{{"extension", Event::extension},
                                             {"adjust", Event::adjust},
                                             {"temporary", Event::temporary},
                                             {"buyback", Event::buyback},
                                             {"swap", Event::swap},
                                             {"other", Event::other},
                                             {"fee", Event::fee},
                                             {"recovery", Event::recovery}}};

struct Happened {
  Event event;
  Day on;
  std::string document;
};

// A disposal under the measures, recorded with its day.
std::optional<Happened> recorded_disposal(const Years& years, const facts::Table& table) {
  const facts::Row& row = table.rows.front();
  const auto day = facts::Column(table, "disposal_on").day(row);
  const std::string* method = facts::Column(table, "disposal_method").text(row);
  const std::string* document = facts::Column(table, "disposal_doc").text(row);
  if (!years.between(day) || method == nullptr) return {};
  for (const Method& each : kMethods)
    if (each.code == *method) return Happened{each.event, *day, document != nullptr ? *document : std::string()};
  return {};
}

// What happened to the parcel between the two days, the end of idleness itself first.
std::optional<Happened> happened(const Years& years, const Parcel& parcel) {
  if (!parcel.facts) return {};
  const facts::Table& table = *parcel.facts;
  const facts::Row& row = table.rows.front();
  const auto day = [&](std::string_view field) { return facts::Column(table, field).day(row); };
  const idle::Verdict verdict = idle::judge(idle::FactsReader(table).read(row, years.second.day), years.second.terms, years.second.day);
  const std::string number = parcel.numbered ? parcel.id : std::string();
  if (years.between(verdict.started)) return Happened{Event::work_started, *verdict.started, number};
  if (!verdict.started && years.between(day("finished_on"))) return Happened{Event::work_finished, *day("finished_on"), number};
  if (auto disposal = recorded_disposal(years, table)) return disposal;
  if (years.between(day("extension_signed_on"))) {
    const std::string* document = facts::Column(table, "disposal_doc").text(row);
    return Happened{Event::extension, *day("extension_signed_on"), document != nullptr ? *document : std::string()};
  }
  if (years.between(day("contract_on"))) return Happened{Event::contract, *day("contract_on"), number};
  if (years.between(day("fee_paid_on"))) return Happened{Event::fee, *day("fee_paid_on"), {}};
  return {};
}

void set(Reason& reason, const Happened& what) {
  reason.event = what.event;
  reason.on = what.on;
  reason.document = what.document;
}

// The parcel that has the land on the second day: the same one, or what became of it by split, merger or renumbering.
std::optional<std::uint32_t> successor(const Years& years, const Piece& piece, const Parcel& was) {
  const auto same = years.second.parcel_of.find(was.id);
  if (same != years.second.parcel_of.end() && holds(piece.second.parcels, same->second)) return same->second;
  for (const std::uint32_t index : piece.second.parcels)
    if (years.second.parcels[index].supplied) return index;
  return {};
}

}  // namespace

Reason why_parcel_left(const Years& years, const Piece& piece) {
  const Stock& stock = *piece.first.stock;
  const Parcel& was = years.first.parcels[stock.subject];
  const bool kept = years.second.parcel_of.contains(was.id);
  Reason reason;
  const auto index = successor(years, piece, was);
  if (!index) {
    reason.event = kept ? Event::parcel_outline : Event::parcel_gone;
    // The first ledger's source may already know how it ended.
    if (!kept && was.facts) {
      if (const auto disposal = recorded_disposal(years, *was.facts)) set(reason, *disposal);
    }
    return reason;
  }
  const Parcel& is = years.second.parcels[*index];
  reason.other_id = is.id;
  reason.counterpart = {Counterpart::What::parcel, *index};
  const bool same = is.id == was.id;
  // A neighbour of long standing has the land: a boundary was moved.
  if (!same && years.first.parcel_of.contains(is.id) && kept) {
    reason.event = Event::parcel_outline;
    return reason;
  }
  if (same && stock.kind == Kind::idle) {
    const Turn where = turn(years, was.facts, is.facts, true);
    if (where == Turn::law) {
      reason.event = Event::parameters_changed;
      reason.fields = changed_law(years.first.law, years.second.law);
      return reason;
    }
    if (where == Turn::data) {
      // Progress without a day cannot be told from a correction, unless the disposal itself is recorded with its day.
      const auto disposal = is.facts ? recorded_disposal(years, *is.facts) : std::nullopt;
      if (disposal) set(reason, *disposal);
      if (!disposal) reason.event = Event::facts_changed;
      reason.fields = changed_facts(was.facts, is.facts);
      return reason;
    }
  }
  if (const auto what = happened(years, is)) {
    set(reason, *what);
    return reason;
  }
  reason.fields = changed_facts(was.facts, is.facts);
  if (!reason.fields.empty()) {
    reason.event = Event::facts_changed;
  } else if (const std::string law = changed_law(years.first.law, years.second.law); same && !law.empty()) {
    reason.event = Event::parameters_changed;
    reason.fields = law;
  }
  return reason;
}

Reason why_parcel_entered(const Years& years, const Piece& piece) {
  const Stock& stock = *piece.second.stock;
  const Parcel& is = years.second.parcels[stock.subject];
  const Event time = stock.kind == Kind::idle ? Event::became_idle : Event::became_inefficient;
  const auto before = years.first.parcel_of.find(is.id);
  Reason reason;
  if (before == years.first.parcel_of.end()) {
    const bool in_time = stock.kind != Kind::idle || years.between(is.idle_since);
    reason.event = in_time ? time : Event::late_entry;
    reason.on = is.idle_since;
    return reason;
  }
  const Parcel& was = years.first.parcels[before->second];
  const bool in_stock = stock.kind == Kind::idle ? was.idle : was.inefficient;
  if (in_stock) {  // with another outline
    reason.event = Event::parcel_outline;
    return reason;
  }
  reason.other_id = was.id;
  if (holds(piece.first.parcels, before->second)) reason.counterpart = {Counterpart::What::parcel, before->second};
  if (stock.kind == Kind::idle) {
    const Turn where = turn(years, was.facts, is.facts, false);
    if (where == Turn::law) {
      reason.event = Event::parameters_changed;
      reason.fields = changed_law(years.first.law, years.second.law);
      return reason;
    }
    if (where == Turn::data) {
      reason.event = Event::facts_changed;
      reason.fields = changed_facts(was.facts, is.facts);
      return reason;
    }
    reason.on = is.idle_since;
  } else if (const std::string law = changed_law(years.first.law, years.second.law); !law.empty() && changed_facts(was.facts, is.facts).empty()) {
    reason.event = Event::parameters_changed;
    reason.fields = law;
    return reason;
  }
  reason.event = time;
  return reason;
}

}  // namespace yongdi::disposal
