#include <algorithm>

#include "idle/verdict.hpp"

namespace yongdi::idle {
namespace {

std::optional<Foundation> foundation(const std::string* code) {
  if (code == nullptr) return std::nullopt;
  if (*code == "pit") return Foundation::pit;
  if (*code == "piles") return Foundation::piles;
  if (*code == "other") return Foundation::other;
  return std::nullopt;  // an unknown code was reported on reading
}

std::optional<Cause> cause(const std::string* code) {
  if (code == nullptr) return std::nullopt;
  for (const Cause value : {Cause::none, Cause::G1, Cause::G2, Cause::G3, Cause::G4, Cause::G5, Cause::G6, Cause::FM, Cause::PRELIM}) {
    if (*code == to_text(value)) return value;
  }
  return std::nullopt;
}

measures::Certainty yes_no(const std::string* code) {
  if (code == nullptr) return measures::Certainty::unknown;
  return measures::certain(*code == "yes");
}

// Words by which registers write residential and commercial development, and a supply that is no grant. A use that has none of them is no real estate.
constexpr std::string_view kRealEstateUses[] = {"住宅", "居住", "商品房", "房地产", "商服", "商业", "商住", "residential", "commercial", "real estate"};
constexpr std::string_view kNotGranted[] = {"划拨", "allocat"};

bool has_any(const std::string& text, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

measures::Certainty real_estate(const std::string* land_use, const std::string* supply_mode) {
  if (supply_mode != nullptr && has_any(*supply_mode, kNotGranted)) return measures::Certainty::no;
  if (land_use == nullptr) return measures::Certainty::unknown;
  return measures::certain(has_any(*land_use, kRealEstateUses));
}

}  // namespace

std::vector<CausePeriod> causes(const Facts& facts) {
  std::vector<CausePeriod> all;
  if (facts.cause || facts.cause_from) all.push_back({facts.cause, facts.cause_from, facts.cause_to, facts.cause_verified});
  for (const CausePeriod& each : facts.more_causes)
    if (std::find(all.begin(), all.end(), each) == all.end()) all.push_back(each);
  return all;
}

FactsReader::FactsReader(const facts::Table& parcels, const facts::Table* causes)
    : m_contract_on(parcels, "contract_on"),
      m_start_due(parcels, "start_due"),
      m_delivered_on(parcels, "delivered_on"),
      m_extension_signed_on(parcels, "extension_signed_on"),
      m_extension_start_due(parcels, "extension_start_due"),
      m_permit_on(parcels, "permit_on"),
      m_started_on(parcels, "started_on"),
      m_finished_on(parcels, "finished_on"),
      m_stopped_on(parcels, "stopped_on"),
      m_foundation(parcels, "foundation"),
      m_foundation_done(parcels, "foundation_done"),
      m_area_to_develop(parcels, "area_to_develop"),
      m_area_developed(parcels, "area_developed"),
      m_investment_total(parcels, "investment_total"),
      m_investment_made(parcels, "investment_made"),
      m_cause(parcels, "cause"),
      m_cause_from(parcels, "cause_from"),
      m_cause_to(parcels, "cause_to"),
      m_cause_verified(parcels, "cause_verified"),
      m_price(parcels, "price"),
      m_determination_doc(parcels, "determination_doc"),
      m_determination_on(parcels, "determination_on"),
      m_land_use(parcels, "land_use"),
      m_supply_mode(parcels, "supply_mode") {
  if (causes != nullptr) m_causes = Causes{{*causes, "cause"}, {*causes, "from"}, {*causes, "to"}, {*causes, "verified"}};
}

Facts FactsReader::read(const facts::Row& row, measures::Day as_of, std::span<const facts::Row> causes) const {
  Facts facts;
  facts.contract_on = m_contract_on.day(row);
  facts.start_due = m_start_due.day(row);
  facts.delivered_on = m_delivered_on.day(row);
  facts.extension_signed_on = m_extension_signed_on.day(row);
  facts.extension_start_due = m_extension_start_due.day(row);
  facts.permit_on = m_permit_on.day(row);
  facts.started_on = m_started_on.day(row);
  facts.finished_on = m_finished_on.day(row);
  facts.stopped_on = m_stopped_on.day(row);
  facts.foundation = foundation(m_foundation.text(row));
  facts.foundation_done = m_foundation_done.exact(row);
  facts.area_to_develop = m_area_to_develop.exact(row);
  facts.area_developed = m_area_developed.exact(row);
  facts.investment_total = m_investment_total.exact(row);
  facts.investment_made = m_investment_made.exact(row);
  facts.cause = cause(m_cause.text(row));
  facts.cause_from = m_cause_from.day(row);
  facts.cause_to = m_cause_to.day(row);
  facts.cause_verified = yes_no(m_cause_verified.text(row));
  facts.real_estate = real_estate(m_land_use.text(row), m_supply_mode.text(row));
  if (m_causes) {
    for (const facts::Row& each : causes) {
      const auto named = cause(m_causes->cause.text(each));
      if (named) facts.more_causes.push_back({named, m_causes->from.day(each), m_causes->to.day(each), yes_no(m_causes->verified.text(each))});
    }
  }
  facts.price = m_price.exact(row);
  const auto determination_on = m_determination_on.day(row);
  facts.determined = m_determination_doc.known(row) && determination_on && *determination_on <= as_of;
  return facts;
}

}  // namespace yongdi::idle
