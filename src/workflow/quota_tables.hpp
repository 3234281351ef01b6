#pragma once
// The tables of [quota] as the engine takes them. Every function adds to `findings` what it could not count, and throws findings::Failure
// (Exit::input) naming table, row and column for what cannot stand: a negative area, an id that is there twice.
#include <functional>
#include <map>
#include <memory>
#include <string_view>
#include <vector>

#include "cadastre/raw_layer.hpp"
#include "layers/tables.hpp"
#include "quota/entries.hpp"
#include "quota/inputs.hpp"
#include "workflow/quota.hpp"

namespace yongdi::workflow {

using ParkPositions = std::map<std::string, std::size_t, std::less<>>;

std::vector<quota::Park> read_quota_parks(layers::Tables& tables, const settings::LayerSetting& setting, std::vector<findings::Finding>& findings);
std::vector<quota::Task> read_tasks(layers::Tables& tables, const settings::LayerSetting& setting, const ParkPositions& parks,
                                    std::vector<findings::Finding>& findings);
std::vector<quota::Entry> read_entries(layers::Tables& tables, const settings::LayerSetting& setting, const ParkPositions& parks,
                                       std::vector<findings::Finding>& findings);
// Hands over each as it stands in the table, in its order; their texts are kept in `texts`.
void read_disposals(layers::Tables& tables, const settings::LayerSetting& setting, facts::Texts& texts, std::vector<findings::Finding>& findings,
                    const std::function<void(const quota::Disposal&)>& each);

// Sorts out what may earn: disposals of parks that take part, closed by the end of the plan year, each once.
class DisposalSorting {
 public:
  DisposalSorting(const ParkPositions& parks, int year);
  ~DisposalSorting();
  void add(const quota::Disposal& disposal);
  // Fills disposals, park_of, input.disposed and the sums; they do not depend on `workers`. `source`: where the disposals were read. Ends the
  // sorting.
  void settle(const std::string& source, const cadastre::Workers& workers, QuotaInput& basis);

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace yongdi::workflow
