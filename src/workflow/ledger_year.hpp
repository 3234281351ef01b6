#pragma once
// One finished ledger, opened for comparison with another: its tables, its shapes, who holds land in it, and the year of the stock it stands for.
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "crs/system.hpp"
#include "disposal/balance.hpp"
#include "disposal/years.hpp"
#include "geometry/region.hpp"
#include "inventory/park_tree.hpp"
#include "ledger/reader.hpp"
#include "rulebook/rulebook.hpp"
#include "workflow/workers.hpp"

namespace yongdi::workflow {

struct LedgerYear {
  // Throws findings::Failure (Exit::input) when the file is missing, unreadable or incomplete.
  LedgerYear(const std::filesystem::path& path, Pool& pool);

  std::filesystem::path path;
  ledger::Reader reader;
  std::map<std::string, std::string> receipt;
  disposal::Year year;  // without the facts of parcels, which are read for those that need them
  bool has_approvals = false;

  std::vector<ledger::ParkRow> parks;
  std::vector<ledger::ApprovalRow> approvals;
  std::vector<ledger::ParcelRow> parcels;
  std::vector<ledger::UnsuppliedRow> unsupplied;
  std::vector<ledger::ParkBalanceRow> balances;
  std::vector<ledger::ParcelParkRow> parcel_parks;
  std::unique_ptr<inventory::ParkTree> tree;
  // Valid and oriented, one per row above; empty where there is none. A parcel whose outline cannot be relied on is here as it could be repaired.
  std::vector<geometry::Region> park_shapes, approval_shapes, parcel_shapes, unsupplied_shapes;

  // For drawing, a unit of the stock is a row of `unsupplied` or, behind those, a parcel.
  [[nodiscard]] std::uint32_t unit_of_parcel(std::uint32_t parcel) const { return static_cast<std::uint32_t>(unsupplied.size()) + parcel; }
  [[nodiscard]] const geometry::Region& unit_shape(std::uint32_t unit) const {
    return unit < unsupplied.size() ? unsupplied_shapes[unit] : parcel_shapes[unit - unsupplied.size()];
  }
  [[nodiscard]] std::string setting(const std::string& key) const;
  // A tolerance of the run, in its unit.
  [[nodiscard]] double tolerance(const std::string& name) const;
  [[nodiscard]] crs::System working_system() const;
  [[nodiscard]] rulebook::Rulebook rules() const;
  // Reads the facts of a parcel into `year`, once.
  void need_facts(std::uint32_t parcel);
};

// Whether the stock of the second can be told from the stock of the first: the days in order, the same parks, system, measure of area and limits of
// slivers. Throws findings::Failure (Exit::usage) with what to do.
void require_comparable(const LedgerYear& first, const LedgerYear& second);

}  // namespace yongdi::workflow
