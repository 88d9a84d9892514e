#!/bin/bash
# A campaign on Slurm: an array whose tasks are the shards. Submit it, and the merge behind it, from a folder that all nodes see:
#   sbatch --dependency=afterok:"$(sbatch --parsable slurm.sh)" slurm-merge.sh
#SBATCH --job-name=bonafide-search
#SBATCH --array=1-16
#SBATCH --cpus-per-task=2
#SBATCH --mem=2G
#SBATCH --time=04:00:00
# A task that is started again goes on where it ended.
#SBATCH --requeue
set -euo pipefail
OPTIONS=${OPTIONS:---full --workers 2}
CAMPAIGN=${CAMPAIGN:-campaign}

# shellcheck disable=SC2086 # the options are several words
exec bonafide verify $OPTIONS --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" --resume "$CAMPAIGN"
