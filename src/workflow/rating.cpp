// Rates the firms of the firms table: each once, with the land it uses on all its parcels.
#include <algorithm>
#include <map>
#include <set>

#include "workflow/rows.hpp"

namespace yongdi::workflow {

namespace {

using screening::Firm;

constexpr double kSquareMetresPerMu = 2000.0 / 3;

constexpr std::string_view kFigures[] = {"tax", "revenue", "output", "value_added", "rd_spending", "energy", "electricity", "emissions", "employees", "bonus", "malus"};
constexpr std::optional<double> Firm::*kInto[] = {&Firm::tax,    &Firm::revenue,     &Firm::output,    &Firm::value_added, &Firm::rd_spending,
                                                  &Firm::energy, &Firm::electricity, &Firm::emissions, &Firm::employees,   &Firm::bonus,       &Firm::malus};

// The rows of one firm and year.
struct Entry {
  std::string name, group;
  std::vector<std::size_t> rows;
};

// The project's own cuts go before those of a rule document.
screening::Scheme scheme_of(const Run& run) {
  const settings::RatingSetting& setting = *run.project.rating;
  const screening::RatingTerms terms = screening::rating_terms(run.rules, run.as_of);
  return {*screening::find_formula(setting.formula), setting.cap, terms.least_points_share, setting.cuts ? setting.cuts : terms.cuts};
}

class FirmRating {
 public:
  explicit FirmRating(const Run& run) : m_run(run), m_table(run.cadastre.firms.table), m_area(run.cadastre.parcels.table, "area") { gather(); }

  void write(std::vector<ledger::FirmRatingRow>& firms, std::vector<ledger::FirmRatingPartRow>& parts) const {
    std::map<std::string, std::vector<Firm>> groups;
    for (const auto& [id, entry] : m_firms) groups[entry.group].push_back(firm(id, entry));
    const screening::Scheme scheme = scheme_of(m_run);
    std::map<std::string, std::pair<ledger::FirmRatingRow, std::vector<ledger::FirmRatingPartRow>>> by_id;
    for (const auto& [group, members] : groups) {
      const auto* items = m_run.rating_items.find(group);
      if (items == nullptr) continue;
      const auto rated = rate(members, *items, scheme);
      const auto ranked = std::count_if(rated.begin(), rated.end(), [](const auto& each) { return each.total.has_value(); });
      for (std::size_t i = 0; i < members.size(); ++i) by_id[members[i].id] = rows(members[i], rated[i], *items, ranked);
    }
    for (auto& [id, of_firm] : by_id) {
      firms.push_back(std::move(of_firm.first));
      std::move(of_firm.second.begin(), of_firm.second.end(), std::back_inserter(parts));
    }
  }

 private:
  std::string text(std::string_view field, std::size_t row) const {
    const std::string* value = facts::Column(m_table, field).text(m_table.rows[row]);
    return value != nullptr ? *value : std::string();
  }
  std::optional<double> number(std::string_view field, std::size_t row) const {
    const auto value = facts::Column(m_table, field).exact(m_table.rows[row]);
    return value ? std::optional(value->to_double()) : std::nullopt;
  }

  // The latest year of every firm; rows that name no firm rate nobody.
  void gather() {
    std::map<std::string, int> latest;
    std::vector<std::pair<std::string, int>> of_row;
    for (std::size_t i = 0; i < m_table.rows.size(); ++i) {
      const std::string code = text("uscc", i), id = code.empty() ? text("name", i) : code;
      const auto year = static_cast<int>(number("year", i).value_or(0));
      of_row.emplace_back(id, year);
      if (!id.empty() && !m_run.cadastre.firms.subjects[i].empty() && year <= m_run.as_of.year()) latest[id] = std::max(latest[id], year);
    }
    for (std::size_t i = 0; i < m_table.rows.size(); ++i) {
      const auto& [id, year] = of_row[i];
      const auto found = latest.find(id);
      if (found == latest.end() || found->second != year || m_run.cadastre.firms.subjects[i].empty()) continue;
      Entry& entry = m_firms[id];
      m_year[id] = year;
      if (entry.name.empty()) entry.name = text("name", i);
      if (const std::string scale = text("above_scale", i); !scale.empty()) entry.group = scale == "yes" ? "above_scale" : "below_scale";
      m_row_land.emplace(i, m_tenancies.size());
      m_tenancies.push_back({id, m_run.cadastre.firms.subjects[i], number("area", i), number("floor_area", i)});
      entry.rows.push_back(i);
    }
    std::vector<std::optional<double>> parcel_m2;
    for (const screening::Tenancy& each : m_tenancies) {
      const auto parcel = m_run.cadastre.parcels.find(each.parcel);
      const auto declared = parcel ? m_area.exact(m_run.cadastre.parcels.table.rows[*parcel]) : std::nullopt;
      parcel_m2.push_back(declared ? std::optional(declared->to_double()) : parcel ? m_run.area_m2(m_run.cadastre.parcels.features[*parcel]) : std::nullopt);
    }
    m_land = share_land(m_tenancies, parcel_m2);
  }

  std::optional<double> land_m2(const Entry& entry) const {
    std::optional<double> sum = 0;
    for (const std::size_t row : entry.rows) {
      const auto& land = m_land[m_row_land.at(row)];
      sum = sum && land ? std::optional(*sum + *land) : std::nullopt;
    }
    return sum;
  }

  Firm firm(const std::string& id, const Entry& entry) const {
    Firm result;
    result.id = id;
    result.group = entry.group;
    if (const auto land = land_m2(entry)) result.land_mu = *land / kSquareMetresPerMu;
    for (std::size_t i = 0; i < std::size(kFigures); ++i) result.*kInto[i] = figure(kFigures[i], entry);
    return result;
  }

  // A firm on several parcels has a row for each. A figure that all its rows repeat is the firm's own; figures that differ are those of its parts.
  std::optional<double> figure(std::string_view field, const Entry& entry) const {
    std::multiset<double> given;
    for (const std::size_t row : entry.rows)
      if (const auto value = number(field, row)) given.insert(*value);
    if (given.empty()) return std::nullopt;
    if (*given.begin() == *given.rbegin()) return *given.begin();
    double sum = 0;
    for (const double each : given) sum += each;
    return sum;
  }

  std::pair<ledger::FirmRatingRow, std::vector<ledger::FirmRatingPartRow>> rows(const Firm& firm, const screening::RatedFirm& rated, const std::vector<screening::WeightedItem>& items,
                                                                                std::ptrdiff_t ranked) const {
    const Entry& entry = m_firms.at(firm.id);
    ledger::FirmRatingRow row;
    row.firm_id = firm.id;
    if (!entry.name.empty()) row.name = entry.name;
    if (m_year.at(firm.id) > 0) row.year = m_year.at(firm.id);
    if (!entry.group.empty()) row.group = entry.group;
    std::set<std::string> parcels;
    for (const std::size_t each : entry.rows) parcels.insert(m_run.cadastre.firms.subjects[each]);
    row.parcels = static_cast<std::int64_t>(parcels.size());
    row.land_m2 = land_m2(entry);
    row.bonus = firm.bonus;
    row.malus = firm.malus;
    row.total = rated.total;
    if (rated.rank) row.rank = *rated.rank;
    row.ranked_firms = static_cast<std::int64_t>(ranked);
    if (!rated.rating.empty()) row.rating = rated.rating;
    std::string missing;
    std::vector<ledger::FirmRatingPartRow> parts;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const std::string item(to_text(items[i].item));
      if (!rated.parts[i].points) missing += (missing.empty() ? "" : ",") + item;
      parts.push_back({firm.id, item, items[i].weight, items[i].benchmark, rated.parts[i].value, rated.parts[i].points});
    }
    if (!rated.points_make_sense) missing += (missing.empty() ? "" : ",") + std::string(firm.bonus.value_or(0) < 0 ? "bonus" : "malus");
    if (!missing.empty()) row.missing = missing;
    return {std::move(row), std::move(parts)};
  }

  const Run& m_run;
  const facts::Table& m_table;
  facts::Column m_area;
  std::map<std::string, Entry> m_firms;
  std::map<std::string, int> m_year;
  std::vector<screening::Tenancy> m_tenancies;
  std::map<std::size_t, std::size_t> m_row_land;  // row of the table → tenancy
  std::vector<std::optional<double>> m_land;      // one per tenancy
};

}  // namespace

FirmRatingRows firm_rating_rows(const Run& run) {
  FirmRatingRows rows;
  if (run.project.rating) FirmRating(run).write(rows.firms, rows.parts);
  return rows;
}

}  // namespace yongdi::workflow
