select group_name, parent_group, side, description
from {{ ref('groups') }}
