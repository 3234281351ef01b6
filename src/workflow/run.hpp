#pragma once
// Everything one run knows, from the layers as read to the figures of every parcel, approval and park. Filled step by step by the files of this room, in
// the order of run.cpp; each step only reads what earlier ones filled.
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cadastre/cadastre.hpp"
#include "cadastre/raw_layer.hpp"
#include "crs/system.hpp"
#include "findings/finding.hpp"
#include "idle/procedure.hpp"
#include "idle/verdict.hpp"
#include "intensity/indicators.hpp"
#include "inventory/inventory.hpp"
#include "layers/read.hpp"
#include "rulebook/rulebook.hpp"
#include "screening/shares.hpp"
#include "settings/project.hpp"
#include "standards/evaluation.hpp"
#include "standards/limits.hpp"
#include "standards/rating.hpp"
#include "standards/statistics.hpp"
#include "standards/thresholds.hpp"
#include "supply/account.hpp"
#include "supply/rate.hpp"
#include "supply/reasons.hpp"
#include "workflow/audit.hpp"
#include "workflow/workers.hpp"

namespace yongdi::workflow {

struct ParcelFigures {
  idle::Verdict verdict;
  idle::Deadlines deadlines;
  std::vector<idle::OptionCheck> options;  // of idle land
  intensity::ParcelIndicators indicators;
  std::optional<screening::Screened> screened;  // empty: no screen was asked for
  std::vector<screening::Test> tests;           // of research spending, of supporting land
  std::optional<std::string> cause;  // as declared
  bool determined = false;
};

struct ParkEvaluation {
  std::vector<intensity::Indicator> indicators;
  intensity::ZoneShares zone;
  std::string zone_basis, declared_type;  // "survey", "name"; as the parks layer has it
  std::optional<screening::Colour> industrial;
  std::optional<intensity::Score> score;
  std::optional<int> rank;
  std::string rank_group;
};
struct Evaluation {
  standards::EvaluationTables tables;
  standards::StatisticsTable statistics;
  std::vector<ParkEvaluation> parks;  // one per park; none in a run that does not evaluate
};

struct ApprovalFigures {
  supply::ApprovalFacts facts;
  supply::Account account;
  measures::Certainty lapse = measures::Certainty::unknown;
  supply::ReasonCheck reasons;
  std::vector<std::uint32_t> by_number;  // parcels that name this approval, ascending
};

// A field whose absence leaves something undecided about a subject. They can be more than there are parcels, so each becomes a row only when it is
// written.
struct Undecided {
  facts::Layer layer, holder;  // of the subject; of the field: a parcel's buildings have fields of their own
  std::uint32_t index;         // of the subject in its layer
  std::size_t field;           // position in fields(holder)
  std::string_view blocks;
};

struct Run {
  Run(const settings::Project& project_, const Options& options_, measures::Day as_of_, rulebook::Rulebook rules_)
      : project(project_), options(options_), as_of(as_of_), rules(std::move(rules_)), pool(options_.threads) {}

  const settings::Project& project;
  const Options& options;
  measures::Day as_of;
  rulebook::Rulebook rules;
  Pool pool;
  std::vector<std::string> accepted_expired;
  rulebook::NotEncodedList not_encoded;

  std::optional<crs::System> working;
  cadastre::Cadastre cadastre;
  std::map<facts::Layer, cadastre::Counts> counts;
  std::vector<layers::InputFile> inputs;
  std::vector<layers::Correction> corrections;
  std::map<std::string, std::string> linked_versions;
  standards::LimitBook limits;
  standards::ThresholdTable thresholds;
  cadastre::Layer land_status{{facts::Layer::land_status, {}, {}, {}}, {}};
  Evaluation evaluation;
  standards::RatingItems rating_items;

  idle::Terms idle_terms;
  idle::CheckTerms check_terms;
  supply::Terms supply_terms;
  intensity::Terms intensity_terms;
  std::vector<ParcelFigures> parcels;
  std::vector<ApprovalFigures> approvals;
  inventory::Claims claims;
  std::optional<inventory::ParkTree> parks;
  inventory::Inventory inventory;

  std::vector<Undecided> undecided;  // by subject, then field
  std::vector<findings::Finding> findings;
  std::vector<std::string> finding_ids;

  [[nodiscard]] bool by_ellipsoid() const { return project.area == settings::AreaBasis::ellipsoid; }
  // The area that decides; empty when the shape has none that is known.
  [[nodiscard]] std::optional<double> area_m2(const cadastre::Feature& feature) const;
  void say(std::string zh, std::string en, double share) const;
};

// Where a feature of a layer came from, for a finding about one of its fields.
findings::Place place(const facts::Table& table, std::size_t row, std::string_view field = {});

// What a parcel's land is in the balance. Of an outline that is not to be relied on it is undecided.
inventory::LandClass land_class(idle::Stage stage, cadastre::Valid valid);
// Who has land approved twice: smaller ranks. Earlier day first, a day nobody recorded last; then the smaller id, which is the order of the layer.
std::vector<std::uint32_t> approval_ranks(const std::vector<std::optional<measures::Day>>& approved_on);
inventory::Policy policy(const Run& run);  // of the overlay, by the project's tolerances

// Position of the park that holds most of a parcel's land; ties by id. Empty outside all parks.
std::optional<std::uint32_t> main_park(const Run& run, std::size_t parcel);

// What decides which limits fit a parcel; made once, after the overlay.
class SiteReader {
 public:
  explicit SiteReader(const Run& run);
  [[nodiscard]] intensity::Site read(std::size_t parcel) const;
  [[nodiscard]] std::optional<intensity::LandUse> use(std::size_t parcel) const;

 private:
  const Run& m_run;
  facts::Column m_contract_on, m_industry, m_edition, m_use, m_scheme, m_city, m_county;
};

// The steps, in order.
void read_standards(Run& run);        // sites.cpp: tables of limits
void read_everything(Run& run);       // read.cpp: layers → cadastre
void judge_everything(Run& run);      // judge.cpp: verdicts on parcels; who claims land
void measure_everything(Run& run);    // measure.cpp: the overlay; indicators of parcels, accounts of approvals
// screening.cpp: research spending, and where the project asks for it the screen for inefficient land, by the ratios of every parcel; after the
// parcels were measured. True when land has changed its class.
bool screen_everything(Run& run, const std::vector<intensity::Ratios>& ratios);
void check_screening(Run& run);       // its findings; called by check_everything
void check_standards(Run& run);       // check_standards.cpp: findings about limits; called by check_everything
void evaluate_everything(Run& run);   // evaluation.cpp: surveyed land status; indicators, zone types, scores of parks
void gather_undecided(Run& run);      // undecided.cpp: what is missing, and what it leaves undecided
void check_everything(Run& run);      // check.cpp: findings that follow from all of it; sorts and numbers findings
// The steps up to the verdicts: what is declared, and what follows from it.
std::unique_ptr<Run> read_and_judge(const settings::Project& project, const Options& options);
// The steps that need shapes. Only check_everything is left then: no figure waits for it.
void overlay_and_evaluate(Run& run);

}  // namespace yongdi::workflow
