// The tables of limits, and what decides which of their rows fit a parcel.
#include "workflow/run.hpp"

namespace yongdi::workflow {

namespace {

std::string words(const facts::Column& column, const facts::Row& row) {
  const std::string* value = column.text(row);
  return value != nullptr ? *value : std::string();
}

// Land that lies idle because work stopped has been started.
bool is_unstarted(const idle::Verdict& verdict) {
  if (verdict.stage == idle::Stage::idle) return verdict.idle_class == idle::Class::IDLE_A1 || verdict.idle_class == idle::Class::IDLE_A2;
  return verdict.stage == idle::Stage::future || verdict.stage == idle::Stage::pending;
}

}  // namespace

void read_standards(Run& run) {
  run.limits = standards::read_limits(run.options.data_folder, run.project.folder, run.project.limits.tables, run.findings);
  run.evaluation.tables =
      standards::read_evaluation(run.options.data_folder, run.project.folder, run.project.evaluation.weights, run.project.evaluation.ideals);
  run.evaluation.statistics = standards::read_statistics(run.project.folder, run.project.evaluation.statistics);
  if (run.project.rating)
    run.rating_items = standards::read_rating_items(run.project.folder, run.project.rating->items, *screening::find_formula(run.project.rating->formula));
  if (run.project.screening) run.thresholds = standards::read_thresholds(run.project.folder, run.project.screening->thresholds);
}

SiteReader::SiteReader(const Run& run)
    : m_run(run),
      m_contract_on(run.cadastre.parcels.table, "contract_on"),
      m_industry(run.cadastre.parcels.table, "industry"),
      m_edition(run.cadastre.parcels.table, "industry_edition"),
      m_use(run.cadastre.parcels.table, "land_use"),
      m_scheme(run.cadastre.parcels.table, "land_use_scheme"),
      m_city(run.cadastre.parks.table, "city"),
      m_county(run.cadastre.parks.table, "county") {}

std::optional<intensity::LandUse> SiteReader::use(std::size_t parcel) const {
  const facts::Row& row = m_run.cadastre.parcels.table.rows[parcel];
  return intensity::land_use(m_run.limits.land_uses, words(m_use, row), words(m_scheme, row));
}

intensity::Site SiteReader::read(std::size_t parcel) const {
  const facts::Row& row = m_run.cadastre.parcels.table.rows[parcel];
  intensity::Site site;
  site.contract_on = m_contract_on.day(row);
  site.industry = intensity::industry_code(words(m_industry, row));
  site.industry_edition = intensity::industry_edition(words(m_edition, row));
  if (site.industry_edition.empty()) site.industry_edition = m_run.project.limits.industry_edition;
  site.industrial = intensity::is_industrial(use(parcel), site.industry);
  site.land_class = m_run.project.limits.land_class;
  site.unstarted = is_unstarted(m_run.parcels[parcel].verdict);
  for (auto park = main_park(m_run, parcel); park; park = m_run.parks->parent(*park)) {
    const facts::Row& facts = m_run.cadastre.parks.table.rows[*park];
    for (std::string place : {m_run.cadastre.parks.features[*park].id, words(m_county, facts), words(m_city, facts)})
      if (!place.empty()) site.places.push_back(std::move(place));
  }
  return site;
}

}  // namespace yongdi::workflow
