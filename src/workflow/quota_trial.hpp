#pragma once
// What if: the quotas of a year with other parameters, inputs or disposals, beside the base case. Nothing is written; the law stays what it is.
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "findings/failure.hpp"
#include "workflow/quota.hpp"

namespace yongdi::workflow {

struct TrialRequest {
  std::vector<std::string> set;       // "factor.alpha=0.4", "park.K03.demand=30mu", "total=2500mu", "reserve_share=0.1"
  std::vector<std::string> disposed;  // ids of parcels or approvals that stand in `stock`, as if disposed of as well
  std::vector<std::string> more;      // "K03:idle:3ha"
  std::filesystem::path stock;        // the ledger in which `disposed` stand
  std::string scan_name, scan_range;  // "factor.beta", "0:0.6:0.05"; empty: no scan
  bool marginal = false;              // what one more hectare of each kind earns each park
  bool placeholders = false;          // how far each placeholder moves the result

  [[nodiscard]] bool any() const { return !set.empty() || !disposed.empty() || !more.empty() || !scan_name.empty() || marginal || placeholders; }
};

// One variant beside the base case. Quotas in the order of the parks.
struct Variant {
  findings::Text name;
  std::vector<measures::Exact> quota_m2;
  measures::Exact reserve_m2;
  std::optional<findings::Text> infeasible;  // why there is none; then no figures
};

struct Marginal {
  std::size_t park = 0;
  quota::Kind kind = quota::Kind::unsupplied;
  measures::Exact credit_m2, quota_m2;  // gained by one hectare more
};

// A placeholder taken a tenth lower and higher (yes and no are swapped).
struct Leverage {
  std::string parameter;
  measures::Exact value;
  measures::Exact moved_m2;         // land that changes hands, the larger of both ways
  std::optional<std::size_t> park;  // that gains or loses most
  measures::Exact park_change_m2;
  std::optional<findings::Text> infeasible;
};

struct TrialResult {
  std::vector<std::string> parks;
  const measures::Unit* measure = nullptr;
  Variant base;
  std::vector<Variant> variants;   // of --set, --disposed, --more together; then one per step of the scan
  std::vector<Marginal> marginal;  // by park, kind
  std::vector<Leverage> leverage;  // the largest first
  bool with_leverage = false;      // whether that was asked for
};

// Throws findings::Failure: Exit::usage for a request that cannot be understood, with the nearest name; Exit::infeasible when the base case is.
TrialResult try_out(const QuotaInput& basis, const TrialRequest& request);

}  // namespace yongdi::workflow
