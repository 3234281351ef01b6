#include "workflow/two_days.hpp"

#include <algorithm>

#include "inventory/sweep.hpp"
#include "workflow/measuring.hpp"

namespace yongdi::workflow {

namespace {

using disposal::Cell;
using disposal::Ground;
using disposal::Kind;
using disposal::Stock;

enum class What : std::uint8_t { park, approval, parcel, unsupplied };

// A feature of the overlay: which of the two ledgers, which table, which row.
struct Member {
  bool second = false;
  What what = What::park;
  std::uint32_t row = 0;
};

class Overlay {
 public:
  void add(bool second, const LedgerYear& ledger) {
    add(second, What::park, ledger.park_shapes);
    add(second, What::approval, ledger.approval_shapes);
    add(second, What::parcel, ledger.parcel_shapes);
    add(second, What::unsupplied, ledger.unsupplied_shapes);
  }
  [[nodiscard]] const Member& member(const facts::Label& label) const { return m_members[label.index]; }
  [[nodiscard]] facts::Covers sweep(const inventory::AreaScale& scale, Pool& pool) const {
    return inventory::sweep(m_layered, scale, pool.workers());
  }

 private:
  void add(bool second, What what, const std::vector<geometry::Region>& shapes) {
    for (std::uint32_t row = 0; row < shapes.size(); ++row) {
      if (shapes[row].empty()) continue;
      // The sweep only tells features apart; what they are stands in `member`.
      m_layered.push_back({{facts::CoverKind::parcel, static_cast<std::uint32_t>(m_members.size())}, &shapes[row]});
      m_members.push_back({second, what, row});
    }
  }

  std::vector<Member> m_members;
  std::vector<inventory::Layered> m_layered;
};

// What lies on a piece of land on one day.
struct Lying {
  std::vector<std::uint32_t> parks, unsupplied;
  Ground ground;
  std::vector<Stock> doubles;  // claims to the stock that another one goes before

  void add(const Member& member) {
    auto& into = member.what == What::park       ? parks
                 : member.what == What::approval ? ground.approvals
                 : member.what == What::parcel   ? ground.parcels
                                                 : unsupplied;
    into.push_back(member.row);
  }
};

// Which stock the land is, by the order in which the audit's balance gives land to claims: idle, pending, inefficient, then the rest, and unsupplied
// only where no supplied parcel lies.
void settle_stock(Lying& lying, const LedgerYear& ledger) {
  const auto holder = ledger.tree->holder(lying.parks);
  const std::optional<std::string> park = holder ? std::optional(ledger.parks[*holder].park_id) : std::nullopt;
  std::vector<Stock> idle, inefficient;
  bool supplied = false, pending = false;
  for (const std::uint32_t row : lying.ground.parcels) {
    const disposal::Parcel& parcel = ledger.year.parcels[row];
    supplied = supplied || parcel.supplied;
    pending = pending || ledger.parcels[row].stage == "pending";
    if (parcel.idle)
      idle.push_back({Kind::idle, row, park, ledger.unit_of_parcel(row)});
    else if (parcel.inefficient)
      inefficient.push_back({Kind::inefficient, row, park, ledger.unit_of_parcel(row)});
  }
  std::vector<Stock>& claims = idle.empty() ? inefficient : idle;
  if (!idle.empty() || (!pending && !inefficient.empty())) {
    lying.ground.stock = claims.front();
    claims.erase(claims.begin());
  }
  lying.doubles = std::move(idle);
  lying.doubles.insert(lying.doubles.end(), inefficient.begin(), inefficient.end());
  if (!supplied && !lying.unsupplied.empty()) {
    const std::uint32_t row = lying.unsupplied.front();
    const auto approval = ledger.year.approval_of.find(disposal::approval_key(ledger.unsupplied[row].approval_id));
    if (approval != ledger.year.approval_of.end())
      lying.ground.stock = Stock{Kind::unsupplied, approval->second, ledger.unsupplied[row].park_id, row};
  }
}

// The ledger's own figures, by line of the balance.
void add_standing(const LedgerYear& ledger, double disposal::Standing::*side, double noise_m2, std::map<Cell, disposal::Standing>& standing) {
  const auto add = [&](const Stock& stock, double area_m2) { standing[disposal::cell(ledger.year, stock)].*side += area_m2; };
  for (const ledger::UnsuppliedRow& row : ledger.unsupplied) {
    const auto approval = ledger.year.approval_of.find(disposal::approval_key(row.approval_id));
    if (approval != ledger.year.approval_of.end()) add({Kind::unsupplied, approval->second, row.park_id, 0}, row.area_m2.value_or(0));
  }
  const auto add_parcel = [&](std::uint32_t row, const std::optional<std::string>& park, double area_m2) {
    const disposal::Parcel& parcel = ledger.year.parcels[row];
    if (parcel.idle || parcel.inefficient) add({parcel.idle ? Kind::idle : Kind::inefficient, row, park, 0}, area_m2);
  };
  for (const ledger::ParcelParkRow& row : ledger.parcel_parks)
    add_parcel(ledger.year.parcel_of.at(row.parcel_id), row.park_id, row.area_m2.value_or(0));
  for (std::uint32_t row = 0; row < ledger.parcels.size(); ++row) {
    const double outside_m2 = ledger.parcels[row].area_m2.value_or(0) - ledger.parcels[row].in_parks_m2.value_or(0);
    if (outside_m2 > noise_m2) add_parcel(row, {}, outside_m2);
  }
}

void need_facts(LedgerYear& ledger, const LedgerYear& other, const Ground& here, const Ground& there) {
  for (const std::uint32_t row : here.parcels) ledger.need_facts(row);
  for (const std::uint32_t row : there.parcels) {
    const auto found = ledger.year.parcel_of.find(other.year.parcels[row].id);
    if (found != ledger.year.parcel_of.end()) ledger.need_facts(found->second);
  }
}

}  // namespace

TwoDays lay_over(LedgerYear& first, LedgerYear& second, Pool& pool) {
  Overlay overlay;
  overlay.add(false, first);
  overlay.add(true, second);
  const bool ellipsoid = first.setting("area_basis") == "ellipsoid";
  const facts::Covers covers = overlay.sweep(ellipsoid ? measuring(first.working_system()).scale : inventory::AreaScale(), pool);
  const double grid_m = std::max(first.tolerance("grid_m"), second.tolerance("grid_m"));
  const double noise_m2 = grid_m * grid_m;  // what the audit, too, takes for rounding

  TwoDays result;
  add_standing(first, &disposal::Standing::first_m2, noise_m2, result.standing);
  add_standing(second, &disposal::Standing::second_m2, noise_m2, result.standing);
  for (const facts::Cover& cover : covers.covers) {
    Lying was, is;
    for (const facts::Label& label : covers.of(cover)) {
      const Member& member = overlay.member(label);
      (member.second ? is : was).add(member);
    }
    settle_stock(was, first);
    settle_stock(is, second);
    for (const Stock& stock : was.doubles) result.standing[disposal::cell(first.year, stock)].first_m2 -= cover.area_m2;
    for (const Stock& stock : is.doubles) result.standing[disposal::cell(second.year, stock)].second_m2 -= cover.area_m2;
    if (!was.ground.stock && !is.ground.stock) continue;
    if (cover.area_m2 < noise_m2) {
      result.noise_m2 += cover.area_m2;
      continue;
    }
    if (was.ground.stock) ++result.standing[disposal::cell(first.year, *was.ground.stock)].pieces;
    if (is.ground.stock) ++result.standing[disposal::cell(second.year, *is.ground.stock)].pieces;
    need_facts(first, second, was.ground, is.ground);
    need_facts(second, first, is.ground, was.ground);
    result.pieces.push_back({std::move(was.ground), std::move(is.ground), cover.area_m2});
  }
  return result;
}

}  // namespace yongdi::workflow
