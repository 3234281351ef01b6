#pragma once
// The worker pool: -j threads, and the one way in which rooms that know no threads get their work spread over them.
#include <functional>
#include <memory>
#include <vector>

#include "cadastre/raw_layer.hpp"

namespace yongdi::workflow {

class Pool {
 public:
  explicit Pool(unsigned threads);  // 0: all cores
  ~Pool();
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  // Runs a body over ranges of [0, count); the first exception of any range leaves.
  [[nodiscard]] cadastre::Workers workers();
  // Runs the jobs, possibly at the same time; the exception of the first job in order leaves.
  void all(const std::vector<std::function<void()>>& jobs);

 private:
  friend class Ahead;
  struct State;
  std::unique_ptr<State> m_state;
};

// A job done by the pool while its owner goes on: begun as soon as a thread is free, at the latest when it is waited for.
class Ahead {
 public:
  Ahead(Pool& pool, std::function<void()> job);
  ~Ahead();  // waits, too
  Ahead(const Ahead&) = delete;
  Ahead& operator=(const Ahead&) = delete;

  void wait();  // the job's exception leaves

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace yongdi::workflow
