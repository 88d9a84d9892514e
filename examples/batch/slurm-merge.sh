#!/bin/bash
# The report of the campaign of slurm.sh.
#SBATCH --job-name=bonafide-merge
#SBATCH --cpus-per-task=2
#SBATCH --mem=2G
#SBATCH --time=01:00:00
set -euo pipefail
CAMPAIGN=${CAMPAIGN:-campaign}
REPORT=${REPORT:-report}

exec bonafide merge "$CAMPAIGN" --out "$REPORT" --counterexamples "$REPORT/counterexamples"
